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
import java.util.stream.Stream;

/// The models that can be used. Immutable.
public final class Providers {
  private static final int UNKNOWN_CONTEXT = 128_000;
  private static final int UNKNOWN_OUTPUT = 8_000;

  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final Map<ModelName, ModelSpec> known = new LinkedHashMap<>();
  private final Set<ModelName> offered = new LinkedHashSet<>();
  private final Set<ModelName> heard = new LinkedHashSet<>();

  public Providers(List<Provider> providers, List<ModelSpec> known) {
    this(providers, known, Map.of());
  }

  /// @param providers in order of preference
  /// @param known what the operator says of models; it wins over what ships. Names of providers
  ///   that are not there do no harm
  /// @param heard the models that a provider says it has, by its name
  /// @throws IllegalArgumentException if two providers have one name
  public Providers(
      List<Provider> providers, List<ModelSpec> known, Map<String, List<String>> heard) {
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
    for (var provider : providers) {
      heard.getOrDefault(provider.name(), List.of()).stream()
          .map(model -> new ModelName(provider.name(), model))
          .forEach(this.heard::add);
    }
  }

  /// In order of preference.
  public List<Provider> all() {
    return List.copyOf(providers.values());
  }

  /// The model of tasks that name none: the first that a server of one's own says it has, else the
  /// first that is offered, of the first provider that is no recording.
  public Optional<ModelName> first() {
    return providers.values().stream()
        .filter(provider -> provider instanceof Provider.Remote)
        .findFirst()
        .flatMap(provider ->
            Stream.concat(heard.stream(), offered.stream())
                .filter(model -> model.provider().equals(provider.name()))
                .findFirst());
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

  /// What is known of the model, if its provider is set up.
  public Optional<ModelSpec> known(ModelName name) {
    return find(name.provider()).map(_ -> spec(name));
  }

  /// Models that can be offered, in the providers' order: what the operator named; the vendor's,
  /// where the vendor itself is called; what a server says it has; the recordings there are.
  public List<ModelSpec> list() {
    return providers.values().stream()
        .flatMap(provider ->
            switch (provider) {
              case Provider.Scripted scripted ->
                  scripted.recordings().stream().map(m -> new ModelName(scripted.name(), m));
              case Provider.Remote _ ->
                  Stream.concat(offered.stream(), heard.stream())
                      .filter(n -> n.provider().equals(provider.name()))
                      .distinct();
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
