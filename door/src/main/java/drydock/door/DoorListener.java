package drydock.door;

import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.network.NetworkAttempt;
import java.time.Duration;

/// Is told of what goes through a door, on the door's threads: must be quick, and thread safe.
public interface DoorListener {
  /// Each host, port and decision once per door, and at most a thousand of them.
  void network(NetworkAttempt attempt);

  /// A model call is over, and settled. `status` is the provider's, 0 if it never answered. What
  /// the gateway itself refused (a wrong token, a spent budget) was no call.
  void called(ModelName model, Usage usage, Duration took, int status);
}
