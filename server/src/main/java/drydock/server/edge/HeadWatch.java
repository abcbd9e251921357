package drydock.server.edge;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/// Cuts connections that bring no whole head of a request in time, whether they are silent or send
/// a byte now and then: Jetty's own limit begins anew with each byte. Thread safe.
public final class HeadWatch implements HttpConfiguration.Customizer, Connection.Listener {
  private final Scheduler scheduler;
  private final Duration atMost;
  private final Map<Connection, Scheduler.Task> waiting = new ConcurrentHashMap<>();

  public HeadWatch(Scheduler scheduler, Duration atMost) {
    this.scheduler = scheduler;
    this.atMost = atMost;
  }

  @Override
  public void onOpened(Connection connection) {
    await(connection);
  }

  @Override
  public void onClosed(Connection connection) {
    arrived(connection);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    var connection = request.getConnectionMetaData().getConnection();
    arrived(connection);
    Request.addCompletionListener(request, _ -> await(connection));
    return request;
  }

  private void await(Connection connection) {
    if (connection.getEndPoint().isOpen()) {
      waiting.put(connection, scheduler.schedule(() -> cut(connection), atMost));
    }
  }

  private void arrived(Connection connection) {
    var task = waiting.remove(connection);
    if (task != null) {
      task.cancel();
    }
  }

  private void cut(Connection connection) {
    if (waiting.remove(connection) != null) {
      connection.getEndPoint().close();
    }
  }
}
