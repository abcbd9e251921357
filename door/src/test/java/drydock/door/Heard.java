package drydock.door;

import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.network.NetworkAttempt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A listener that remembers.
final class Heard implements DoorListener {
  record Call(ModelName model, Usage usage, int status) {}

  final List<NetworkAttempt> network = new CopyOnWriteArrayList<>();
  final List<Call> calls = new CopyOnWriteArrayList<>();

  @Override
  public void network(NetworkAttempt attempt) {
    network.add(attempt);
  }

  @Override
  public void called(ModelName model, Usage usage, Duration took, int status) {
    calls.add(new Call(model, usage, status));
  }
}
