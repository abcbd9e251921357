package drydock.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `POST /api/tasks`: what a person asks. Only `prompt` is required; what the values mean is
/// checked by whoever carries it out.
///
/// @param repo none = an empty repository
/// @param model `provider/model`, or a model of the default provider
/// @param attachments ids of uploads
public record TaskCreate(
    String prompt,
    Optional<String> mode,
    Optional<Repo> repo,
    Optional<String> agent,
    Optional<String> model,
    OptionalInt attempts,
    Optional<String> check,
    Optional<Environment> environment,
    Optional<Limits> budget,
    Optional<List<String>> attachments) {
  /// Either `url` or `upload`.
  public record Repo(Optional<String> url, Optional<String> upload, Optional<String> ref) {}

  /// @param setup the set-up command, instead of what the repository brings
  public record Environment(Optional<String> setup) {}

  public record Limits(
      Optional<BigDecimal> usd,
      Optional<Long> tokens,
      Optional<Integer> calls,
      Optional<Duration> time) {}
}
