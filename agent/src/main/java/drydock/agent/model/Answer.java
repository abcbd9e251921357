package drydock.agent.model;

import java.util.OptionalInt;

/// What a model answered, whole.
///
/// @param tokens input and output together, as the server counted them
public record Answer(Message.Assistant message, Stop stop, OptionalInt tokens) {
  /// Why it ends where it ends.
  public enum Stop {
    /// It is complete.
    DONE,
    /// The output limit was reached.
    LENGTH,
    /// The model will not answer this.
    REFUSED,
    /// [Live#enough]: the reader had enough.
    CUT
  }
}
