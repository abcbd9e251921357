package drydock.domain.port;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// First answers by `Idempotency-Key`, so that a repeated request gets the same one. Thread safe.
public interface Answers {
  /// A request as somebody repeats it.
  ///
  /// @param bodyHash SHA-256 of the request's method, path and body
  record Asked(String actor, String key, String bodyHash) {}

  record Answer(int status, String location, String body) {}

  /// The first answer to this request: an earlier one, or what it comes to now. What is done and
  /// what is answered are kept in one transaction, so that who asks again after a crash finds
  /// either both or neither. Of several at once, one is carried out and the others wait for it.
  ///
  /// @return none if the key was used for another request
  Optional<Answer> once(Asked asked, Instant now, Supplier<Answer> carryOut);
}
