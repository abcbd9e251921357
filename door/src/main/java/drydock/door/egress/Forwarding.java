package drydock.door.egress;

import drydock.door.uplink.Clients;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/// Plain HTTP: `GET http://host/path`. Requests lose nothing but what belongs to the connection,
/// and gain nothing: no `Via`, no `Forwarded`.
public final class Forwarding extends ProxyHandler.Forward {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final Dialling dialling;
  private final Executor threads;
  private final Duration connect;

  public Forwarding(Dialling dialling, Executor threads, Duration connect) {
    this.dialling = dialling;
    this.threads = threads;
    this.connect = connect;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var host = Request.getServerName(request);
    var port = Request.getServerPort(request);
    if (!(request.getAttribute(Tunnels.GUARD) instanceof Guard guard)
        || !"http".equals(request.getHttpURI().getScheme())) {
      Says.blocked(response, callback, host, port, "is not reached this way: use CONNECT");
      return true;
    }
    return switch (guard.verdict(host, port)) {
      case Verdict.Blocked(var reason) -> {
        Says.blocked(response, callback, host, port, reason);
        yield true;
      }
      case Verdict.Unknown _ -> {
        Says.failed(response, callback, host, port, "its name is not known");
        yield true;
      }
      case Verdict.Direct _, Verdict.Via _ -> super.handle(request, response, callback);
    };
  }

  @Override
  protected HttpClient newHttpClient() {
    var client = Clients.create(dialling.route());
    client.setExecutor(threads);
    client.setConnectTimeout(connect.toMillis());
    client.setIdleTimeout(IDLE.toMillis());
    client.setSocketAddressResolver(new Checked());
    return client;
  }

  @Override
  protected void addProxyHeaders(
      Request clientToProxyRequest, org.eclipse.jetty.client.Request proxyToServerRequest) {}

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request proxyToServerRequest,
      org.eclipse.jetty.client.@Nullable Response serverToProxyResponse,
      Response response,
      Callback callback,
      Throwable failure) {
    if (response.isCommitted()) {
      callback.failed(failure);
      return;
    }
    var why = failure instanceof ConnectException ? "connection refused" : "no answer";
    Says.failed(
        response, callback, Request.getServerName(request), Request.getServerPort(request), why);
  }

  /// The client dials what this returns and nothing else, so the check holds for the address that
  /// is used. Connections are shared by all doors: each request's host was checked against its own
  /// door's list before.
  private final class Checked implements SocketAddressResolver {
    @Override
    public void resolve(
        String host,
        int port,
        Map<String, Object> context,
        Promise<List<InetSocketAddress>> promise) {
      threads.execute(() -> answer(host, port, promise));
    }

    private void answer(String host, int port, Promise<List<InetSocketAddress>> promise) {
      try {
        promise.succeeded(
            dialling.reach(host, port).stream().map(a -> new InetSocketAddress(a, port)).toList());
      } catch (UnknownHostException e) {
        promise.failed(e);
      }
    }
  }
}
