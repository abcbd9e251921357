package drydock.door.egress;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/// CONNECT: bytes to and fro, end to end, of which we read nothing.
public final class Tunnels extends ConnectHandler {
  static final String GUARD = "drydock.guard";
  private static final String VERDICT = "drydock.verdict";
  private static final Duration IDLE = Duration.ofMinutes(15);
  private static final int BUFFER = 64 * 1024;

  private final Dialler dialler;

  public Tunnels(Duration connect) {
    this.dialler = new Dialler(connect);
    setIdleTimeout(IDLE.toMillis());
    setBufferSize(BUFFER);
  }

  /// Gives the request to the guard of the door it came through.
  public static void guardedBy(Request request, Guard guard) {
    request.setAttribute(GUARD, guard);
  }

  @Override
  protected void handleConnect(
      Request request, Response response, Callback callback, String serverAddress) {
    var to = hostPort(serverAddress);
    var guard = (Guard) request.getAttribute(GUARD);
    if (to == null || guard == null) {
      Says.blocked(response, callback, serverAddress, 0, "is not a host and a port");
      return;
    }
    var verdict = guard.verdict(to.getHost(), to.getPort(443));
    switch (verdict) {
      case Verdict.Blocked(var reason) ->
          Says.blocked(response, callback, to.getHost(), to.getPort(443), reason);
      case Verdict.Unknown _ ->
          Says.failed(response, callback, to.getHost(), to.getPort(443), "its name is not known");
      case Verdict.Direct _, Verdict.Via _ -> {
        request.setAttribute(VERDICT, verdict);
        super.handleConnect(request, response, callback, serverAddress);
      }
    }
  }

  private static @Nullable HostPort hostPort(String address) {
    try {
      return new HostPort(address);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  @Override
  protected void connectToServer(
      Request request, String host, int port, Promise<SocketChannel> promise) {
    try {
      var channel =
          request.getAttribute(VERDICT) instanceof Verdict.Via(var hop)
              ? dialler.via(hop, host, port)
              : request.getAttribute(VERDICT) instanceof Verdict.Direct(var addresses)
                  ? dialler.direct(addresses, port)
                  : null;
      if (channel == null) {
        throw new IOException("not allowed");
      }
      channel.configureBlocking(false);
      promise.succeeded(channel);
    } catch (IOException e) {
      promise.failed(e);
    }
  }

  @Override
  protected void onConnectFailure(
      Request request, Response response, Callback callback, Throwable failure) {
    var to = new HostPort(request.getHttpURI().getAuthority());
    var why =
        failure instanceof SocketTimeoutException
            ? "no connection in time"
            : String.valueOf(failure.getMessage());
    Says.failed(response, callback, to.getHost(), to.getPort(443), why);
  }

  /// When the sandbox's side is closed, by the sandbox or with its door, so is the other.
  @Override
  protected DownstreamConnection newDownstreamConnection(
      EndPoint endPoint, ConcurrentMap<String, Object> context) {
    return new DownstreamConnection(endPoint, getExecutor(), getByteBufferPool(), context) {
      @Override
      public void onClose(@Nullable Throwable cause) {
        super.onClose(cause);
        getConnection().close();
      }
    };
  }
}
