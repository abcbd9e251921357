package drydock.store;

import static drydock.store.postgres.StoreException.Reason.CONFLICT;
import static drydock.store.postgres.StoreException.Reason.DISK_FULL;
import static drydock.store.postgres.StoreException.Reason.REFUSED;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;

import drydock.domain.port.Transaction;
import drydock.store.Outage.By;
import drydock.store.postgres.Database;
import drydock.store.postgres.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Runs statements in a transaction, and says in our words how the database failed. Thread safe.
///
/// A thread that is in a transaction already stays in it: what it runs here becomes part of that.
final class Transactions implements Transaction {
  /// Of the pool's connections: who is in a transaction may wait for somebody who needs another.
  private static final int AT_ONCE = Database.CONNECTIONS / 2;

  private final Database database;
  private final Jdbi jdbi;
  private final ScopedValue<Open> open = ScopedValue.newInstance();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final AtomicLong parts = new AtomicLong();

  /// What a thread is in.
  ///
  /// @param afterwards what happens once it is kept
  /// @param lastly what happens once it has ended
  private record Open(Handle handle, List<Runnable> afterwards, List<Runnable> lastly) {}

  Transactions(Database database) {
    this.database = database;
    this.jdbi = Jdbi.create(database.dataSource());
  }

  /// The work of one transaction.
  interface Work<T> {
    T in(Handle handle);
  }

  @Override
  public <T> T in(Supplier<T> work) {
    if (open.isBound()) {
      return part(_ -> work.get());
    }
    places.acquireUninterruptibly();
    try {
      return whole(_ -> work.get());
    } finally {
      places.release();
    }
  }

  /// As [#in], again if the database was lost meanwhile: for work that finds out by itself whether
  /// it was kept.
  <T> T repeatableWhole(By who, Work<T> work) {
    return Outage.outlast(who, () -> in(() -> work.in(open.get().handle())));
  }

  private <T> T whole(Work<T> work) {
    var afterwards = new ArrayList<Runnable>();
    var result = ended(work, afterwards);
    afterwards.forEach(Runnable::run);
    return result;
  }

  private <T> T ended(Work<T> work, List<Runnable> afterwards) {
    var lastly = new ArrayList<Runnable>();
    try {
      return committed(handle ->
          ScopedValue.where(open, new Open(handle, afterwards, lastly))
              .call(() -> work.in(handle)));
    } finally {
      lastly.forEach(Runnable::run);
    }
  }

  @Override
  public void afterwards(Runnable step) {
    if (open.isBound()) {
      open.get().afterwards().add(step);
    } else {
      step.run();
    }
  }

  @Override
  public void lastly(Runnable step) {
    if (open.isBound()) {
      open.get().lastly().add(step);
    } else {
      step.run();
    }
  }

  /// Wakes who waits for one of these keys, once what they wait for can be seen.
  void announce(Set<String> keys) {
    afterwards(() -> database.announce(keys));
  }

  <T> T run(Work<T> work) {
    return open.isBound() ? part(work) : committed(work);
  }

  /// What fails in it can be caught, and the rest goes on: it is undone up to here.
  private <T> T part(Work<T> work) {
    var whole = open.get();
    var told = whole.afterwards().size();
    var name = "part_" + parts.incrementAndGet();
    whole.handle().savepoint(name);
    try {
      var result = work.in(whole.handle());
      whole.handle().releaseSavepoint(name);
      return result;
    } catch (RuntimeException e) {
      whole.afterwards().subList(told, whole.afterwards().size()).clear();
      undo(whole.handle(), name, e);
      throw e instanceof JdbiException failed ? translated(failed) : e;
    }
  }

  private static void undo(Handle handle, String savepoint, RuntimeException by) {
    try {
      handle.rollbackToSavepoint(savepoint);
    } catch (JdbiException lost) {
      by.addSuppressed(lost);
    }
  }

  private <T> T committed(Work<T> work) {
    try {
      return jdbi.inTransaction(work::in);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /// One statement, which is a transaction by itself.
  <T> T single(Work<T> work) {
    try {
      return open.isBound() ? work.in(open.get().handle()) : jdbi.withHandle(work::in);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /// As [#single], for what may be carried out twice: again if the database was lost meanwhile.
  <T> T repeatable(Work<T> work) {
    return repeatable(By.PERSONS, work);
  }

  <T> T repeatable(By who, Work<T> work) {
    return outlasting(who, () -> single(work));
  }

  /// Again, if the database was lost meanwhile; but a transaction that was lost is lost as a whole.
  <T> T outlasting(By who, Supplier<T> step) {
    return open.isBound() ? step.get() : Outage.outlast(who, step);
  }

  private static StoreException translated(JdbiException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return new StoreException(reason(sql), "the database failed: " + firstLine(sql), e);
      }
    }
    return new StoreException(REFUSED, "the database failed: " + firstLine(e), e);
  }

  /// SQLSTATE classes: PostgreSQL manual, appendix A.
  private static StoreException.Reason reason(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    if (e instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P")) {
      return UNREACHABLE;
    }
    if (state.equals("53100")) {
      return DISK_FULL;
    }
    return state.startsWith("40") || state.startsWith("53") || state.startsWith("55")
        ? CONFLICT
        : REFUSED;
  }

  /// The lines after the first may quote what was to be stored.
  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
