package drydock.door.provider;

import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.ModelSpec.Tools;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The models that can be used. Immutable.
public final class Providers {
  private static final int UNKNOWN_CONTEXT = 128_000;
  private static final int UNKNOWN_OUTPUT = 8_000;

  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final Map<ModelName, ModelSpec> known = new LinkedHashMap<>();
  private final Set<ModelName> offered = new LinkedHashSet<>();

  /// @param providers in order of preference
  /// @param known what the operator says of models; it wins over what ships. Names of providers
  ///   that are not there do no harm
  /// @throws IllegalArgumentException if two providers have one name
  public Providers(List<Provider> providers, List<ModelSpec> known) {
    for (var provider : providers) {
      if (this.providers.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two providers are named " + provider.name());
      }
    }
    for (var spec : KnownModels.shipped()) {
      find(spec.name().provider()).ifPresent(p -> ship(p, spec));
    }
    for (var spec : known) {
      this.known.put(spec.name(), spec);
      offered.add(spec.name());
    }
  }

  public Optional<Provider> find(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  /// What is known of the model; for others 128k of context, 8k of output, no price, native tools,
  /// no pictures, and the provider's dialect. A date at the end of a name does not make another
  /// model.
  public ModelSpec spec(ModelName name) {
    var exact = known.get(name);
    if (exact != null) {
      return exact;
    }
    var undated =
        new ModelName(name.provider(), name.model().replaceFirst("-\\d{4}-?\\d\\d-?\\d\\d$", ""));
    var same = known.get(undated);
    if (same != null) {
      return new ModelSpec(
          name,
          same.dialect(),
          same.contextTokens(),
          same.maxOutputTokens(),
          same.price(),
          same.tools(),
          same.vision());
    }
    return new ModelSpec(
        name,
        find(name.provider()).map(Provider::dialect).orElse(Dialect.OPENAI_CHAT),
        UNKNOWN_CONTEXT,
        UNKNOWN_OUTPUT,
        Optional.empty(),
        Tools.NATIVE,
        false);
  }

  /// Models that can be offered, in the providers' order: what the operator named; the vendor's,
  /// where the vendor itself is called; the recordings there are.
  public List<ModelSpec> list() {
    return providers.values().stream()
        .flatMap(provider ->
            switch (provider) {
              case Provider.Scripted scripted ->
                  scripted.recordings().stream().map(m -> new ModelName(scripted.name(), m));
              case Provider.Remote _ ->
                  offered.stream().filter(n -> n.provider().equals(provider.name()));
            })
        .map(this::spec)
        .toList();
  }

  /// What a vendor's model can is known wherever it runs, but a server of somebody else's need not
  /// have it, and need not speak every dialect.
  private void ship(Provider provider, ModelSpec spec) {
    var spoken =
        new ModelSpec(
            spec.name(),
            provider.dialect(),
            spec.contextTokens(),
            spec.maxOutputTokens(),
            spec.price(),
            spec.tools(),
            spec.vision());
    known.put(spec.name(), spoken);
    if (provider instanceof Provider.Remote remote && remote.vendor()) {
      offered.add(spec.name());
    }
  }
}
