package drydock.door;

import drydock.door.egress.Tunnels;
import drydock.door.gateway.Gateway;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Receives the requests of all doors, and knows which door each came through. What is addressed to
/// the relay itself (a loopback host) under a gateway's path goes to the gateway; all else is meant
/// for the world and goes to egress. (Jetty does not tell `GET /path` with a Host from `GET
/// http://host/path`; for this, it need not.)
final class Reception extends Handler.Wrapper {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private final Map<Connector, OpenDoor> doors = new ConcurrentHashMap<>();
  private final Gateway gateway;

  Reception(Gateway gateway, Handler egress) {
    super(egress);
    this.gateway = gateway;
  }

  void admit(Connector connector, OpenDoor door) {
    doors.put(connector, door);
  }

  void dismiss(Connector connector) {
    doors.remove(connector);
  }

  Iterable<OpenDoor> doors() {
    return doors.values();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var door = doors.get(request.getConnectionMetaData().getConnector());
    if (door == null) {
      callback.failed(new IllegalStateException("the door is closed"));
      return true;
    }
    var forUs =
        !HttpMethod.CONNECT.is(request.getMethod())
            && LOOPBACK.contains(Request.getServerName(request))
            && Gateway.serves(Request.getPathInContext(request));
    if (forUs) {
      gateway.handle(door.access(), request, response, callback);
      return true;
    }
    Tunnels.guardedBy(request, door.guard());
    return super.handle(request, response, callback);
  }
}
