package drydock.domain.port;

import java.time.Instant;
import java.util.Optional;

/// First answers by `Idempotency-Key`, so that a repeated request gets the same one. Thread safe.
public interface Answers {
  /// @param bodyHash SHA-256 of the request's method, path and body
  record Answer(String key, String bodyHash, int status, String location, String body) {}

  /// Reserves the key for this request, or finds what was answered. Of several at once, one
  /// reserves.
  Reservation reserve(String actor, String key, String bodyHash, Instant now);

  /// Fills the reservation.
  void keep(String actor, Answer answer);

  /// Gives the reservation up: the request failed and may be sent again.
  void forget(String actor, String key);

  sealed interface Reservation {
    record Fresh() implements Reservation {}

    /// The same key was used with another request.
    record Conflict() implements Reservation {}

    /// The same request is being answered now, or was by a server that died; none = no answer yet.
    record Known(Optional<Answer> answer) implements Reservation {}
  }
}
