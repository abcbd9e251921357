package drydock.agent.model;

/// Hears an answer as it comes.
public interface Live {
  void text(String piece);

  void thought(String piece);

  /// Asked after each piece: true stops the model, and what came so far is its answer.
  boolean enough();
}
