package drydock.server;

import drydock.server.ServerException.Cause;
import drydock.server.access.Origins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/// Settings that cannot work are refused with one line, before anything listens or after it tried.
final class StartChecks {
  private StartChecks() {}

  static void check(ServerSettings settings) {
    settings.publicUrl().ifPresent(StartChecks::checkPublicUrl);
    if (!Origins.isLoopback(settings.host()) && settings.publicUrl().isEmpty()) {
      throw new ServerException(
          Cause.PUBLIC_URL_MISSING,
          "DRYDOCK_HOST "
              + settings.host()
              + " lets others in: set DRYDOCK_PUBLIC_URL to the address that they use");
    }
  }

  private static void checkPublicUrl(URI url) {
    var scheme = url.getScheme();
    var isAddress =
        ("http".equals(scheme) || "https".equals(scheme))
            && url.getHost() != null
            && url.getRawUserInfo() == null
            && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
            && url.getRawQuery() == null
            && url.getRawFragment() == null;
    if (!isAddress) {
      throw new ServerException(
          Cause.PUBLIC_URL_INVALID,
          "DRYDOCK_PUBLIC_URL is an address without a path, like https://drydock.example.org");
    }
  }

  /// Tries to listen: a port that is taken is said before anything is started for it.
  static void requireFree(ServerSettings settings) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw explained(settings, new UncheckedIOException(e));
    }
  }

  /// Why listening failed.
  static RuntimeException explained(ServerSettings settings, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && isTaken(cause)) {
        return new ServerException(
            Cause.PORT_TAKEN,
            "port " + settings.port() + " is taken: stop the other program or set DRYDOCK_PORT",
            e);
      }
      if (cause instanceof BindException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException) {
        return new ServerException(
            Cause.ADDRESS_UNUSABLE,
            "cannot listen on "
                + settings.host()
                + ": it is no address of this machine, or port "
                + settings.port()
                + " is not allowed; set DRYDOCK_HOST and DRYDOCK_PORT",
            e);
      }
    }
    return e;
  }

  /// EADDRINUSE, as the JDK words it.
  private static boolean isTaken(Throwable bind) {
    return bind.getMessage() != null && bind.getMessage().contains("already in use");
  }
}
