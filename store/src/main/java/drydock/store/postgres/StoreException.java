package drydock.store.postgres;

import drydock.domain.Retryable;
import org.jspecify.annotations.Nullable;

/// The database, or the world around it, failed. The message is one line that says what is wrong
/// and what to do, without secrets.
public final class StoreException extends RuntimeException implements Retryable {
  private static final long serialVersionUID = 1L;

  /// What went wrong; closed, so that a caller can decide.
  public enum Reason {
    /// Another process holds the data folder.
    FOLDER_IN_USE(false),
    /// The data folder cannot be read, written or reached.
    FOLDER_UNUSABLE(false),
    /// The data folder was made by another major version of PostgreSQL.
    OTHER_MAJOR(false),
    /// The schema was made by a newer Drydock.
    NEWER_SCHEMA(false),
    /// The external server is older than we support.
    SERVER_TOO_OLD(false),
    /// The database URL is not one.
    URL_INVALID(false),
    /// There are no PostgreSQL binaries for this machine, or they do not run on it.
    PLATFORM(false),
    /// The embedded server did not come up.
    START_FAILED(true),
    /// No connection, or it was lost: what was asked may or may not have been done.
    UNREACHABLE(true),
    /// There is no room on the database's disk: nothing was written.
    DISK_FULL(true),
    /// The database gave up on a transaction that may work the next time (a deadlock, a
    /// serialization failure).
    CONFLICT(true),
    /// The database refused a statement.
    REFUSED(false);

    private final boolean retryable;

    Reason(boolean retryable) {
      this.retryable = retryable;
    }
  }

  private final Reason reason;

  public StoreException(Reason reason, String message) {
    this(reason, message, null);
  }

  public StoreException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  @Override
  public boolean retryable() {
    return reason.retryable;
  }
}
