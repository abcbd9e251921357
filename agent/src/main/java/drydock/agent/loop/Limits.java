package drydock.agent.loop;

import java.time.Duration;
import java.util.OptionalInt;

/// What a turn may take.
///
/// @param contextTokens how much the model can hold, input and output together
/// @param maxOutputTokens of one answer; none = the server's own limit
/// @param steps model calls in one turn
/// @param retryPause before the first retry of a broken answer; doubled for each further one
public record Limits(
    int contextTokens, OptionalInt maxOutputTokens, int steps, Duration retryPause) {
  static final int RETRIES = 3;

  /// What an answer needs is not for the history.
  int historyTokens() {
    var reserve = Math.min(maxOutputTokens.orElse(8192), contextTokens / 4);
    return (int) ((contextTokens - reserve) * 0.95);
  }

  Limits withContext(int tokens) {
    return new Limits(tokens, maxOutputTokens, steps, retryPause);
  }
}
