package drydock.agent.loop;

/// What a person says to a turn that runs.
///
/// @param id the client's name for it, told back when the turn takes the word
public record Word(String id, String text) {}
