package drydock.door;

import java.nio.file.Path;

/// An open door. Thread safe.
public interface Door extends AutoCloseable {
  /// The socket; it belongs to the server's user and only that user may connect, until the caller
  /// gives it away.
  Path socket();

  /// Ends every connection through it, removes the socket, and returns when the calls that were
  /// under way are settled and written down. Idempotent.
  @Override
  void close();
}
