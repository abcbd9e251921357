package drydock.api.provider;

import java.util.Optional;

/// How it went.
///
/// @param said its first words
/// @param reason why it did not answer, for programs
/// @param detail the same for people
public record ModelTried(
    boolean ok,
    long latencyMs,
    Optional<String> said,
    Optional<Long> inputTokens,
    Optional<Long> outputTokens,
    Optional<String> reason,
    Optional<String> detail) {}
