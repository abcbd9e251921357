package drydock.door.provider;

import java.time.Duration;

/// How long a provider is waited for.
///
/// @param connect for a connection
/// @param firstByte from the request to the head of the answer: large prompts on slow machines
/// @param idle between two pieces of an answer
/// @param tries of one call in all, from 1
/// @param total of all tries of one call, with the pauses between them
/// @param backOff before the second try; doubles for each further one, up to 30 seconds
/// @param turn for a place among the calls that run, and within the limits per minute
public record Patience(
    Duration connect,
    Duration firstByte,
    Duration idle,
    int tries,
    Duration total,
    Duration backOff,
    Duration turn) {
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          6,
          Duration.ofMinutes(10),
          Duration.ofMillis(500),
          Duration.ofMinutes(10));
}
