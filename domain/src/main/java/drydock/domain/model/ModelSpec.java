package drydock.domain.model;

import java.util.Optional;

/// What is known of a model: limits in tokens, price, how it takes tools.
///
/// @param vision whether it sees pictures
public record ModelSpec(
    ModelName name,
    Dialect dialect,
    int contextTokens,
    int maxOutputTokens,
    Optional<Price> price,
    Tools tools,
    boolean vision) {
  public enum Tools {
    /// The dialect's own tool calls.
    NATIVE,
    /// One fenced command a turn, for models that know no tools.
    TEXT
  }
}
