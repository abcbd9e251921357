package drydock.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the other processes on this database what has been committed, in batches, from a thread of
/// its own.
///
/// Not in the transactions themselves: one that notifies holds a lock of the whole database until
/// its commit is on the disk (PostgreSQL source, async.c, PreCommit_Notify), so all appends would
/// queue up behind one flush each. What a crash between commit and notification loses, the waiters'
/// own polling finds.
final class Announcer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  /// Without waiting for the disk: nothing is written.
  private static final String NOTIFY =
      """
      select set_config('synchronous_commit', 'off', true), pg_notify('%s', key)
      from unnest(?) as keys(key)
      """
          .formatted(Listener.CHANNEL);

  /// Not a key: the last thing said.
  private static final String END = "";

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final DataSource pool;
  private final LinkedBlockingQueue<String> keys = new LinkedBlockingQueue<>();
  private final Thread thread;

  Announcer(DataSource pool) {
    this.pool = pool;
    this.thread = Thread.ofVirtual().name("store-announcer").start(this::run);
  }

  void announce(Collection<String> more) {
    keys.addAll(more);
  }

  private void run() {
    try {
      var open = true;
      while (open) {
        var batch = new HashSet<String>();
        batch.add(keys.take());
        keys.drainTo(batch);
        open = !batch.remove(END);
        if (!batch.isEmpty()) {
          send(batch);
        }
      }
    } catch (InterruptedException _) {
      // Nobody does that; the waiters' polling would make up for it.
    }
  }

  private void send(Collection<String> batch) {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(NOTIFY)) {
      statement.setArray(1, connection.createArrayOf("text", batch.toArray()));
      statement.execute();
    } catch (SQLException e) {
      LOG.warn(
          "other processes were not told of news and will find it by polling: {}", e.getMessage());
    }
  }

  /// Sends what is left.
  @Override
  public void close() {
    keys.add(END);
    try {
      thread.join(GOODBYE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
