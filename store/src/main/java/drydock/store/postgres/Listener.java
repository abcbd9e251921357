package drydock.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what other processes announce, on one connection for the whole process, and opens it again
/// when it is lost.
final class Listener implements AutoCloseable {
  static final String CHANNEL = "drydock";
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int SILENCE_MILLIS = 10_000;
  private static final int PAUSE_MILLIS = 1_000;

  private final DataSource direct;
  private final Signals signals;
  private final Thread thread;
  private volatile boolean closed;
  private boolean listening = true;

  Listener(DataSource direct, Signals signals) {
    this.direct = direct;
    this.signals = signals;
    this.thread = Thread.ofVirtual().name("store-listener").start(this::run);
  }

  private void run() {
    while (!closed) {
      try (var connection = direct.getConnection()) {
        listening = true;
        listen(connection);
      } catch (SQLException e) {
        lost(e);
      }
      pause();
    }
  }

  /// Said once for each time that it is away.
  private void lost(SQLException e) {
    if (!closed && listening) {
      LOG.warn("the database's notifications are lost for a moment: {}", e.getMessage());
    }
    listening = false;
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    signals.raiseAll();
    var notifications = connection.unwrap(PGConnection.class);
    while (!closed) {
      var heard = notifications.getNotifications(SILENCE_MILLIS);
      if (heard.length > 0) {
        signals.raise(Arrays.stream(heard).map(PGNotification::getParameter).toList());
      } else if (!connection.isValid(PAUSE_MILLIS / 1_000)) {
        throw new SQLException("the connection is gone");
      }
    }
  }

  private void pause() {
    try {
      if (!closed) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  /// An interrupt ends a virtual thread's read by closing its socket.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
