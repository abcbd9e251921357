package drydock.app.models;

import drydock.app.models.KeptKeys.Kept;
import drydock.app.settings.Settings;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Secret;
import drydock.domain.model.ModelName;
import drydock.domain.model.NoAnswer;
import drydock.domain.secret.Secrets;
import drydock.door.inquiry.Finding;
import drydock.door.inquiry.Inquiry;
import drydock.door.provider.Catalogue;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.provider.Providers;
import drydock.door.provider.Upstream;
import drydock.engine.supply.ModelSupply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Which models there are: those of the settings, which win, and those whose key was given to the
/// running server. It changes the catalogue that everybody asks. Thread safe.
public final class ModelDesk implements ModelSupply {
  private static final Duration AT_START = Duration.ofSeconds(3);
  private static final Duration VERIFYING = Duration.ofSeconds(15);

  private final Settings.Models settings;
  private final KeptKeys keys;
  private final KeptDefault choice;
  private final Catalogue catalogue;
  private final Asking asking;
  private final Secrets secrets;
  private final Tries tries;
  private final Map<String, Kept> kept;
  private final Map<String, List<String>> heard = new HashMap<>();

  /// How a provider is asked.
  public record Asking(BiFunction<Provider, Patience, Upstream> upstreams, InstantSource clock) {
    Inquiry of(Provider provider, Duration atMost) {
      var upstream = upstreams.apply(provider, Patience.DEFAULT);
      return new Inquiry(upstream, atMost, clock);
    }
  }

  private ModelDesk(
      Settings.Models settings,
      Path home,
      Map<String, Kept> kept,
      Catalogue catalogue,
      Asking asking,
      Secrets secrets) {
    this.settings = settings;
    this.keys = keys(home);
    this.choice = new KeptDefault(home.resolve("model.json"));
    this.kept = kept;
    this.catalogue = catalogue;
    this.asking = asking;
    this.secrets = secrets;
    this.tries = new Tries(catalogue, asking, secrets);
  }

  /// As the settings have it; [#open] adds what is kept.
  public static Catalogue catalogue(Settings.Models settings) {
    return new Catalogue(
        new Providers(settings.providers(), settings.known()), settings.preferred());
  }

  /// Puts what is kept into the catalogue, and asks servers of one's own which models they have:
  /// one that does not answer now may later.
  ///
  /// @param home where keys are kept
  /// @param secrets learn them
  /// @throws drydock.app.settings.SettingsException if the file of keys, or that of the default
  ///   model, is damaged
  public static ModelDesk open(
      Settings.Models settings, Path home, Catalogue catalogue, Asking asking, Secrets secrets) {
    var kept = keys(home).read();
    kept.values().forEach(each -> each.key().ifPresent(secrets::learn));
    var desk = new ModelDesk(settings, home, kept, catalogue, asking, secrets);
    desk.inOrder().forEach(desk::hear);
    desk.offer();
    catalogue.choose(desk.choice.read());
    return desk;
  }

  private static KeptKeys keys(Path home) {
    return new KeptKeys(home.resolve("keys.json"));
  }

  private void hear(Provider provider) {
    if (provider instanceof Provider.Remote remote && !remote.vendor()) {
      try {
        if (asking.of(remote, AT_START).models() instanceof Finding.Models(var names)) {
          heard.put(remote.name(), names);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void offer() {
    catalogue.change(new Providers(inOrder(), settings.known(), heard));
  }

  /// Those that people gave come before recordings, which are no models.
  private synchronized List<Provider> inOrder() {
    var all = new ArrayList<Provider>();
    settings.providers().stream().filter(ModelDesk::isRemote).forEach(all::add);
    kept.forEach((name, each) -> {
      if (!isInSettings(name)) {
        Settable.find(name)
            .map(found -> found.provider(each.url(), each.key()))
            .ifPresent(all::add);
      }
    });
    settings.providers().stream().filter(each -> !isRemote(each)).forEach(all::add);
    return all;
  }

  private static boolean isRemote(Provider provider) {
    return provider instanceof Provider.Remote;
  }

  private boolean isInSettings(String name) {
    return settings.providers().stream().anyMatch(each -> each.name().equals(name));
  }

  @Override
  public synchronized List<ProviderState> providers() {
    return Arrays.stream(Settable.values()).map(each -> state(each.wireName())).toList();
  }

  private ProviderState state(String name) {
    var now = catalogue.now();
    if (!(now.find(name).orElse(null) instanceof Provider.Remote remote)) {
      return new ProviderState(
          name, Optional.empty(), Optional.empty(), false, Optional.empty(), 0);
    }
    var models = now.list().stream().filter(spec -> spec.name().provider().equals(name)).count();
    return new ProviderState(
        name,
        Optional.of(GivenAddress.shown(remote.baseUrl())),
        Optional.of(isInSettings(name) ? Origin.SETTINGS : Origin.KEPT),
        remote.key().isPresent(),
        remote.key().flatMap(GivenKey::ends),
        (int) models);
  }

  @Override
  public ProviderState set(String name, Optional<Secret> key, Optional<String> url) {
    var settable = changeable(name);
    key.ifPresent(GivenKey::check);
    var address = url.map(GivenAddress::parse);
    if (key.isEmpty() && address.isEmpty()) {
      throw new RefusedException(
          Code.BAD_REQUEST, "give a key, or the address of a server that wants none");
    }
    // Before anybody is asked, who might quote it. It is never unlearned: what runs may know it.
    key.ifPresent(secrets::learn);
    var provider = settable.provider(address, key);
    var models = verified(provider);
    synchronized (this) {
      var all = new TreeMap<>(kept);
      all.put(name, new Kept(key, address));
      keys.write(all);
      kept.putAll(all);
      heard.remove(name);
      if (!provider.vendor()) {
        heard.put(name, models);
      }
      offer();
      return state(name);
    }
  }

  private List<String> verified(Provider.Remote provider) {
    try {
      return switch (asking.of(provider, VERIFYING).models()) {
        case Finding.Models(var names) -> names;
        case Finding.Failed failed ->
            throw new RefusedException(
                failed.reason() == NoAnswer.KEY_REFUSED
                    ? Code.KEY_REFUSED
                    : Code.PROVIDER_UNAVAILABLE,
                "%s %s: %s"
                    .formatted(
                        provider.baseUrl().getHost(),
                        failed.reason() == NoAnswer.KEY_REFUSED
                            ? (provider.key().isEmpty() ? "wants a key" : "does not take this key")
                            : "cannot be asked for its models",
                        secrets.mask(failed.detail())));
        case Finding.Said _ -> throw new IllegalStateException("nobody was to speak");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Code.CONFLICT, "the server stops: try again later");
    }
  }

  @Override
  public synchronized void remove(String name) {
    changeable(name);
    if (!kept.containsKey(name)) {
      throw new RefusedException(Code.NOT_FOUND, "no key of " + name + " is kept");
    }
    var all = new TreeMap<>(kept);
    all.remove(name);
    keys.write(all);
    kept.remove(name);
    heard.remove(name);
    offer();
  }

  private Settable changeable(String name) {
    var settable =
        Settable.find(name)
            .orElseThrow(() ->
                new RefusedException(
                    Code.NOT_FOUND,
                    "no key can be given for '%s': there is %s"
                        .formatted(
                            name,
                            String.join(
                                ", ",
                                Stream.of(Settable.values()).map(Settable::wireName).toList()))));
    if (isInSettings(name)) {
      throw new RefusedException(
          Code.CONFLICT,
          name + " is set up in the server's environment or drydock.yaml: change it there");
    }
    return settable;
  }

  @Override
  public Optional<Usual> usual() {
    return catalogue.usual().map(model -> new Usual(model, why(model)));
  }

  private Why why(ModelName model) {
    if (catalogue.chosen().equals(Optional.of(model))) {
      return Why.CHOSEN;
    }
    return settings.preferred().equals(Optional.of(model)) ? Why.SETTINGS : Why.FIRST;
  }

  @Override
  public synchronized Usual use(String text) {
    ModelName model;
    try {
      model = ModelName.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.UNKNOWN_MODEL, String.valueOf(e.getMessage()));
    }
    if (catalogue.now().find(model.provider()).isEmpty()) {
      throw new RefusedException(
          Code.UNKNOWN_PROVIDER,
          "the provider '"
              + model.provider()
              + "' is not configured: see GET /api/models for what is");
    }
    choice.write(Optional.of(model));
    catalogue.choose(Optional.of(model));
    return new Usual(model, Why.CHOSEN);
  }

  @Override
  public synchronized void useNone() {
    if (choice.read().isEmpty()) {
      throw new RefusedException(Code.NOT_FOUND, "no default model was chosen");
    }
    choice.write(Optional.empty());
    catalogue.choose(Optional.empty());
  }

  @Override
  public Tried tried(String caller, String model) throws InterruptedException {
    return tries.of(caller, model);
  }
}
