package drydock.agent.model;

/// A language model behind some API. Thread safe.
public interface Model {
  /// Asks for one answer and blocks until it is whole. An interrupt drops the connection at once.
  ///
  /// @throws ModelException if there is no whole answer
  Answer ask(Prompt prompt, Live live) throws InterruptedException;
}
