package drydock.engine.supply;

import drydock.domain.Secret;
import drydock.domain.model.ModelName;
import drydock.domain.model.NoAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where models come from, and whether they answer. Thread safe.
public interface ModelSupply {
  /// All that can be set up, in order of preference.
  List<ProviderState> providers();

  /// Verifies and keeps it: who runs uses it from then on.
  ///
  /// @param key none for a server that wants none
  /// @param url none = the vendor's
  /// @throws drydock.domain.RefusedException if there is no such provider, the settings have it
  ///   already, or it does not answer to this key; nothing is kept then
  ProviderState set(String name, Optional<Secret> key, Optional<String> url);

  /// @throws drydock.domain.RefusedException if nothing was kept
  void remove(String name);

  /// The model of tasks that name none.
  Optional<Usual> usual();

  /// From now on, and after a start, it is the model of tasks that name none.
  ///
  /// @throws drydock.domain.RefusedException if it is no model's name, or of a provider that is not
  ///   set up
  Usual use(String model);

  /// Takes the choice back: what was set up applies again.
  ///
  /// @throws drydock.domain.RefusedException if there was none
  void useNone();

  /// One small call, which may cost money.
  ///
  /// @param caller who asks: one at a time, and not often
  /// @throws drydock.domain.RefusedException if its provider is not set up, or it is too often
  Tried tried(String caller, String model) throws InterruptedException;

  /// @param url none = it is not set up
  /// @param origin none = it is not set up
  /// @param keyEnds the last characters of its key; none if it has none, or a short one
  /// @param models that it offers
  record ProviderState(
      String name,
      Optional<String> url,
      Optional<Origin> origin,
      boolean hasKey,
      Optional<String> keyEnds,
      int models) {}

  /// The model of tasks that name none.
  record Usual(ModelName model, Why why) {}

  enum Why {
    /// While the server ran.
    CHOSEN,
    /// The environment, or `drydock.yaml`.
    SETTINGS,
    /// Nobody named one: it is the first there is.
    FIRST
  }

  enum Origin {
    /// The environment, or `drydock.yaml`: changed there only.
    SETTINGS,
    /// Given while the server ran.
    KEPT
  }

  /// How a call went.
  ///
  /// @param said its first words
  /// @param failure none = it answered
  record Tried(
      Duration latency,
      String said,
      long inputTokens,
      long outputTokens,
      Optional<Failure> failure) {}

  record Failure(NoAnswer reason, String detail) {}
}
