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
  public Optional<ModelName> usual() {
    return provider.origin().map(_ -> ModelName.parse("openai/one"));
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
