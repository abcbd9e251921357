package drydock.api.provider;

import drydock.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// @param defaultModel of tasks that name none
/// @param defaultFrom as in [ModelDefault]
public record ProviderList(
    List<ProviderShown> providers,
    Optional<ModelName> defaultModel,
    Optional<String> defaultFrom) {}
