package drydock.app;

import drydock.server.ServerException;
import drydock.store.postgres.StoreException;
import java.io.UncheckedIOException;

/// What kept the server from starting, as one line. What nobody foresaw comes with its stack,
/// because then somebody must look.
final class Trouble {
  private Trouble() {}

  static String explain(RuntimeException e) {
    return switch (e) {
      case ServerException s -> String.valueOf(s.getMessage());
      case StoreException s -> String.valueOf(s.getMessage());
      case UncheckedIOException io -> io.getMessage() + ": " + io.getCause();
      default -> {
        e.printStackTrace();
        yield "this should not happen: " + e;
      }
    };
  }
}
