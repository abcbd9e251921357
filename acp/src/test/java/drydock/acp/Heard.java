package drydock.acp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host that notes what it hears, and allows everything.
final class Heard implements AgentListener {
  final List<SessionUpdate> updates = new CopyOnWriteArrayList<>();
  final List<SessionUpdate> replayed = new CopyOnWriteArrayList<>();
  final List<PermissionRequest> requests = new CopyOnWriteArrayList<>();
  final List<String> strays = new CopyOnWriteArrayList<>();

  @Override
  public void update(SessionUpdate update, boolean replay) {
    (replay ? replayed : updates).add(update);
  }

  @Override
  public PermissionAnswer permission(PermissionRequest request) {
    requests.add(request);
    return request.allow();
  }

  @Override
  public void stray(String line) {
    strays.add(line);
  }
}
