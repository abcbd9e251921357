package drydock.engine.runner;

import drydock.domain.event.EventBody;
import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.task.Phase;
import drydock.door.DoorListener;
import java.time.Duration;

/// What goes through a door becomes the attempt's events.
record DoorEvents(Run run, Phase phase) implements DoorListener {
  @Override
  public void network(NetworkAttempt attempt) {
    run.story().tell(new EventBody.NetworkTried(phase, attempt));
  }

  @Override
  public void called(ModelName model, Usage usage, Duration took, int status) {
    run.spent().accumulateAndGet(usage, Usage::plus);
    run.story().tell(new EventBody.ModelCalled(model, usage, took, status));
  }
}
