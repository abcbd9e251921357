package drydock.app.models;

import drydock.app.models.ModelDesk.Asking;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.model.ModelName;
import drydock.domain.secret.Secrets;
import drydock.door.inquiry.Finding;
import drydock.door.provider.Catalogue;
import drydock.engine.supply.ModelSupply;
import drydock.engine.supply.ModelSupply.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Has models say something: for each caller one at a time, and a few in a minute. Thread safe.
final class Tries {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_A_MINUTE = 6;
  private static final int MOST_SHOWN = 200;

  private final Catalogue catalogue;
  private final Asking asking;
  private final Secrets secrets;
  private final Set<String> busy = new HashSet<>();
  private final Map<String, Deque<Instant>> lately = new HashMap<>();

  Tries(Catalogue catalogue, Asking asking, Secrets secrets) {
    this.catalogue = catalogue;
    this.asking = asking;
    this.secrets = secrets;
  }

  Tried of(String caller, String model) throws InterruptedException {
    var name = parse(model);
    var providers = catalogue.now();
    var provider =
        providers
            .find(name.provider())
            .orElseThrow(() ->
                new RefusedException(
                    Code.UNKNOWN_PROVIDER,
                    "the provider '%s' is not set up: see GET /api/models for what is"
                        .formatted(name.provider())));
    begin(caller);
    try {
      return tried(asking.of(provider, AT_MOST).hello(providers.spec(name)));
    } finally {
      end(caller);
    }
  }

  private static ModelName parse(String model) {
    try {
      return ModelName.parse(model);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Code.UNKNOWN_MODEL, String.valueOf(e.getMessage()));
    }
  }

  private Tried tried(Finding finding) {
    return switch (finding) {
      case Finding.Said(var text, var input, var output, var took) ->
          new Tried(took, shown(text), input, output, Optional.empty());
      case Finding.Failed(var reason, var detail, var took) ->
          new Tried(
              took, "", 0, 0, Optional.of(new ModelSupply.Failure(reason, secrets.mask(detail))));
      case Finding.Models _ -> throw new IllegalStateException("nobody asked for a list");
    };
  }

  private String shown(String text) {
    var words = secrets.mask(text).strip().replaceAll("\\s+", " ");
    return words.length() <= MOST_SHOWN ? words : words.substring(0, MOST_SHOWN - 1) + "…";
  }

  private synchronized void begin(String caller) {
    var now = asking.clock().instant();
    lately
        .values()
        .removeIf(times -> {
          times.removeIf(at -> at.isBefore(now.minus(MINUTE)));
          return times.isEmpty();
        });
    var times = lately.getOrDefault(caller, new ArrayDeque<>());
    if (busy.contains(caller) || times.size() >= MOST_A_MINUTE) {
      throw new RefusedException(
          Code.TOO_MANY_REQUESTS,
          "models are tried one at a time, and %d in a minute: try again in a moment"
              .formatted(MOST_A_MINUTE));
    }
    times.add(now);
    lately.put(caller, times);
    busy.add(caller);
  }

  private synchronized void end(String caller) {
    busy.remove(caller);
  }
}
