package drydock.domain;

/// Whether a failure comes of a full disk. Neither the JDK nor a database's driver has a type for
/// it: what is asked is the system's own words for ENOSPC and EDQUOT (strerror(3)), which
/// PostgreSQL quotes.
public final class DiskFull {
  private DiskFull() {}

  public static boolean explains(Throwable failure) {
    var depth = 0;
    for (Throwable e = failure; e != null && depth < 20; e = e.getCause(), depth++) {
      var message = String.valueOf(e.getMessage());
      if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
        return true;
      }
    }
    return false;
  }
}
