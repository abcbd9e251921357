package drydock.store.postgres;

import org.postgresql.ds.PGSimpleDataSource;

/// Unpooled connections to a server that may come back at another port. Thread safe.
final class MovingSource extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;

  synchronized void moveTo(int port) {
    setPortNumbers(new int[] {port});
  }

  /// What each new connection asks for.
  @Override
  public synchronized String getUrl() {
    return super.getUrl();
  }
}
