package drydock.server;

import drydock.domain.RefusedException;
import drydock.domain.Secret;
import drydock.domain.model.ModelName;
import drydock.domain.model.NoAnswer;
import drydock.engine.supply.ModelSupply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One provider, which takes any key but `sk-wrong-key`, and has two models, one of which answers.
final class MemoryModels implements ModelSupply {
  private ProviderState provider = nothing();
  private Optional<ModelName> chosen = Optional.empty();

  private static ProviderState nothing() {
    return new ProviderState(
        "openai", Optional.empty(), Optional.empty(), false, Optional.empty(), 0);
  }

  @Override
  public List<ProviderState> providers() {
    return List.of(provider);
  }

  @Override
  public ProviderState set(String name, Optional<Secret> key, Optional<String> url) {
    require(name);
    if (key.filter(new Secret("sk-wrong-key")::equals).isPresent()) {
      throw new RefusedException(RefusedException.Code.KEY_REFUSED, "it does not take this key");
    }
    provider =
        new ProviderState(
            name,
            Optional.of(url.orElse("https://api.example.org")),
            Optional.of(Origin.KEPT),
            key.isPresent(),
            key.map(k -> k.reveal().substring(k.reveal().length() - 4)),
            2);
    return provider;
  }

  @Override
  public void remove(String name) {
    require(name);
    provider = nothing();
  }

  private static void require(String name) {
    if (!name.equals("openai")) {
      throw new RefusedException(RefusedException.Code.NOT_FOUND, "there is no " + name);
    }
  }

  @Override
  public Optional<Usual> usual() {
    return chosen
        .map(model -> new Usual(model, Why.CHOSEN))
        .or(() -> provider.origin().map(_ -> new Usual(ModelName.parse("openai/one"), Why.FIRST)));
  }

  @Override
  public Usual use(String model) {
    if (!model.startsWith("openai/")) {
      throw new RefusedException(RefusedException.Code.UNKNOWN_PROVIDER, "there is no " + model);
    }
    var name = ModelName.parse(model);
    chosen = Optional.of(name);
    return new Usual(name, Why.CHOSEN);
  }

  @Override
  public void useNone() {
    if (chosen.isEmpty()) {
      throw new RefusedException(RefusedException.Code.NOT_FOUND, "none was chosen");
    }
    chosen = Optional.empty();
  }

  @Override
  public Tried tried(String caller, String model) {
    var took = Duration.ofMillis(321);
    return model.equals("openai/one")
        ? new Tried(took, "Hello, " + caller, 12, 3, Optional.empty())
        : new Tried(
            took, "", 0, 0, Optional.of(new Failure(NoAnswer.NO_SUCH_MODEL, "it has no such")));
  }
}
