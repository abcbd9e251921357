package drydock.engine.runner.place;

import drydock.engine.runner.approval.CommandPolicy;
import java.util.List;
import java.util.Optional;

/// What a repository says of how to work on it, in `.drydock/environment.yaml`. From the
/// repository, so: asked for, not trusted.
///
/// @param egress hosts that set-up needs; none = what the operator allows
/// @param commands what the agent may do without asking, within what the operator allows
public record RepositoryEnvironment(
    Optional<String> image,
    Optional<String> setup,
    Optional<String> maintenance,
    Optional<String> check,
    Optional<List<String>> egress,
    CommandPolicy commands) {
  public static final RepositoryEnvironment NONE =
      new RepositoryEnvironment(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          CommandPolicy.OPEN);

  /// Reads the file's text.
  public interface Parser {
    /// @throws IllegalArgumentException with one line that says what is wrong, and where
    RepositoryEnvironment parse(String yaml);
  }
}
