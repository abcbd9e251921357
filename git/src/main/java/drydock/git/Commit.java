package drydock.git;

/// A commit: full object id, and the first line of its message.
public record Commit(String id, String subject) {}
