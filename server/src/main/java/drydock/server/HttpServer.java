package drydock.server;

import drydock.domain.port.Answers;
import drydock.engine.Workstation;
import drydock.engine.supply.Supplies;
import drydock.server.access.Access;
import drydock.server.access.Origins;
import drydock.server.edge.Addresses;
import drydock.server.edge.Guard;
import drydock.server.edge.HeadWatch;
import drydock.server.edge.Headers;
import drydock.server.edge.HttpErrors;
import drydock.server.edge.Idempotency;
import drydock.server.edge.Live;
import drydock.server.edge.Problems;
import drydock.server.edge.Query;
import drydock.server.edge.SessionCookie;
import drydock.server.edge.Wire;
import drydock.server.routes.Routes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server. Thread safe.
public final class HttpServer implements AutoCloseable {
  /// Longer than any request waits in silence (a long poll: 60 s).
  private static final Duration IDLE = Duration.ofSeconds(90);

  /// For the head of a request, and between two requests.
  private static final Duration HEAD = Duration.ofSeconds(30);

  /// In bytes. The longest path of a file (`PATH_MAX`, 4,096) is three times as long in an address.
  private static final int LARGEST_HEAD = 32 * 1024;

  /// Each costs a file descriptor and some memory.
  private static final int MOST_CONNECTIONS = 8_000;

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Javalin javalin;
  private final Live live;
  private final URI address;

  private HttpServer(Javalin javalin, Live live, URI address) {
    this.javalin = javalin;
    this.live = live;
    this.address = address;
  }

  /// Whether it could listen, for who has much to start before it does.
  ///
  /// @throws ServerException as [#start]
  public static void check(ServerSettings settings) {
    StartChecks.check(settings);
    StartChecks.requireFree(settings);
  }

  /// Listens when it returns.
  ///
  /// @throws ServerException if it cannot be as it is set: the port is taken, the host is no
  ///   address of this machine, or others could come in and no public URL is set
  public static HttpServer start(
      ServerSettings settings,
      Workstation workstation,
      Supplies supplies,
      Answers answers,
      Access access,
      InstantSource clock) {
    StartChecks.check(settings);
    var live = new Live();
    var cookie = new SessionCookie(isHttps(settings));
    var guard = new Guard(access, new Origins(settings.publicUrl()), cookie);
    var routes =
        new Routes(
            new Routes.Parts(
                workstation,
                supplies,
                access,
                guard,
                cookie,
                new Idempotency(answers, clock, new Wire()),
                new Addresses(settings.publicUrl()),
                live,
                new Routes.UploadLimits(settings.scratch(), settings.maxUploadBytes()),
                settings.web(),
                settings.secrets(),
                clock));
    var javalin = javalin(settings, routes, guard);
    try {
      javalin.start();
    } catch (RuntimeException e) {
      throw StartChecks.explained(settings, e);
    }
    return new HttpServer(javalin, live, address(settings.host(), javalin.port()));
  }

  private static Javalin javalin(ServerSettings settings, Routes routes, Guard guard) {
    var problems = new Problems(new SecureRandom());
    return Javalin.create(config -> {
      listen(config, settings);
      config.routes.before(Headers::strict);
      config.routes.before(Query::requireDecodable);
      config.routes.exception(Exception.class, (e, ctx) -> problems.answer(ctx, e));
      // Javalin answers these by itself unless told.
      config.routes.exception(HttpResponseException.class, (e, ctx) -> problems.answer(ctx, e));
      routes.addTo(config.routes, guard);
    });
  }

  /// Where it listens, with the port it was given.
  public URI address() {
    return address;
  }

  /// Ends open streams and long polls, lets other requests finish for a while, and stops.
  @Override
  public void close() {
    live.close();
    try {
      javalin.stop();
    } catch (JavalinException e) {
      LOG.warn("requests that did not end in {} s were cut off", GRACE.toSeconds());
    }
  }

  private static boolean isHttps(ServerSettings settings) {
    return settings.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  private static void listen(JavalinConfig config, ServerSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(HttpServer::finishRequestsBeforeStopping);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new HttpErrors()));
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
  }

  private static void finishRequestsBeforeStopping(Server server) {
    server.setStopTimeout(GRACE.toMillis());
    server.setHandler(new GracefulHandler());
    server.setErrorHandler(new HttpErrors());
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ServerSettings settings) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LARGEST_HEAD);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE.toMillis());
    var heads = new HeadWatch(connector.getScheduler(), HEAD);
    http.addCustomizer(heads);
    connector.addBean(heads);
    connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    return connector;
  }

  private static URI address(String host, int port) {
    var name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + port);
  }
}
