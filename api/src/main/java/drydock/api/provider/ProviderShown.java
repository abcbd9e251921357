package drydock.api.provider;

import java.util.Optional;

/// @param from `settings` or `kept`; none = it is not set up
/// @param keyEnds the last characters of its key, never more
public record ProviderShown(
    String name,
    Optional<String> url,
    Optional<String> from,
    boolean hasKey,
    Optional<String> keyEnds,
    int models) {}
