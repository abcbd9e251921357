package drydock.domain.task;

/// A file that the task left in `/app/output`: its path below it, and its size in bytes.
public record Artifact(String path, long bytes) {}
