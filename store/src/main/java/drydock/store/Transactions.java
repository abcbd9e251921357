package drydock.store;

import static drydock.store.postgres.StoreException.Reason.CONFLICT;
import static drydock.store.postgres.StoreException.Reason.REFUSED;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;

import drydock.store.postgres.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// Runs statements in a transaction, and says in our words how the database failed.
final class Transactions {
  private final Jdbi jdbi;

  Transactions(DataSource source) {
    this.jdbi = Jdbi.create(source);
  }

  /// The work of one transaction.
  interface Work<T> {
    T in(Handle handle);
  }

  <T> T run(Work<T> work) {
    try {
      return jdbi.inTransaction(work::in);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /// One statement, which is a transaction by itself.
  <T> T single(Work<T> work) {
    try {
      return jdbi.withHandle(work::in);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /// As [#single], for what may be carried out twice: again if the database was lost meanwhile.
  <T> T repeatable(Work<T> work) {
    return Outage.outlast(Outage.PERSONS, () -> single(work));
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
    return state.startsWith("40") || state.startsWith("53") || state.startsWith("55")
        ? CONFLICT
        : REFUSED;
  }

  /// The lines after the first may quote what was to be stored.
  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
