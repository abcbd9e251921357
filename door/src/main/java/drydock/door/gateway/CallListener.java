package drydock.door.gateway;

import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import java.time.Duration;

/// Hears of each model call that is over. `status` is the provider's, 0 if it never answered.
@FunctionalInterface
public interface CallListener {
  void called(ModelName model, Usage usage, Duration took, int status);
}
