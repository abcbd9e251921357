package drydock.door;

import drydock.domain.model.ModelName;
import drydock.domain.secret.Secrets;
import drydock.door.DoorException.Cause;
import drydock.door.DoorSpec.ModelAccess;
import drydock.door.egress.Dialling;
import drydock.door.egress.Forwarding;
import drydock.door.egress.Guard;
import drydock.door.egress.Names;
import drydock.door.egress.Tunnels;
import drydock.door.gateway.Access;
import drydock.door.gateway.Gateway;
import drydock.door.gateway.Meter;
import drydock.door.gateway.Recorder;
import drydock.door.gateway.RefusedCallException;
import drydock.door.gateway.Sender;
import drydock.door.gateway.Turnstile;
import drydock.door.provider.Catalogue;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.provider.Sleeper;
import drydock.door.provider.Upstream;
import drydock.door.provider.remote.RemoteUpstream;
import drydock.door.provider.scripted.ScriptedUpstream;
import drydock.door.uplink.Clients;
import drydock.door.uplink.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/// Opens doors. One server, one thread pool and one client serve all of them; a door adds a
/// listening socket and a selector. Thread safe.
public final class Doors implements AutoCloseable {
  /// unix(7): `sun_path` has 108 bytes, with a terminating zero.
  private static final int MAX_SOCKET_PATH = 107;

  private final Catalogue catalogue;
  private final DoorSettings settings;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final HttpClient client;
  private final Server server;
  private final Dialling dialling;
  private final Reception reception;
  private final Map<Provider, Turnstile> turnstiles = new ConcurrentHashMap<>();

  /// @param secrets what the records of model calls may not hold
  public Doors(Catalogue catalogue, DoorSettings settings, Secrets secrets, InstantSource clock) {
    this(catalogue, settings, secrets, clock, Sleeper.REAL, Names.SYSTEM);
  }

  Doors(
      Catalogue catalogue,
      DoorSettings settings,
      Secrets secrets,
      InstantSource clock,
      Sleeper sleeper,
      Names names) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
    this.sleeper = sleeper;
    var threads = threads();
    this.server = new Server(threads);
    this.client = Clients.create(new Route(settings.uplink()));
    client.setExecutor(threads);
    client.setConnectTimeout(settings.patience().connect().toMillis());
    this.dialling = new Dialling(settings.uplink(), settings.allowPrivate(), names);
    var sender = new Sender(settings.patience(), RandomGenerator.getDefault(), clock, sleeper);
    var connect = settings.patience().connect();
    var tunnels = new Tunnels(connect);
    tunnels.setHandler(new Forwarding(dialling, threads, connect));
    this.reception = new Reception(new Gateway(sender, clock), tunnels);
    server.setHandler(reception);
    server.setErrorHandler(new Unexplained());
    LifeCycle.start(server);
    LifeCycle.start(client);
    Clients.afterStart(client);
  }

  /// Selectors need threads of the operating system, one a door; requests run on virtual ones.
  private static QueuedThreadPool threads() {
    var virtual = new VirtualThreadPool();
    var threads = new QueuedThreadPool(8192, 8);
    threads.setName("door");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(virtual);
    return threads;
  }

  /// @throws DoorException if it cannot be opened
  public Door open(DoorSpec spec, DoorListener listener) {
    var socket = spec.folder().resolve("door.sock");
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_SOCKET_PATH) {
      throw new DoorException(
          Cause.PATH_TOO_LONG,
          "a socket's path may have "
              + MAX_SOCKET_PATH
              + " bytes; choose a shorter folder: "
              + socket);
    }
    var guard = new Guard(spec.egress(), dialling, listener::network);
    var access = spec.models().map(models -> access(models, listener));
    var connector = new DoorConnector(server, socket);
    var door =
        new OpenDoor(
            connector,
            guard,
            access,
            () -> {
              LifeCycle.stop(connector);
              reception.dismiss(connector);
            });
    reception.admit(connector, door);
    try {
      Files.deleteIfExists(socket);
      connector.start();
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      return door;
    } catch (Exception e) {
      door.close();
      throw new DoorException(
          Cause.SOCKET_FAILED, "no door can be made at " + socket + ": " + e.getMessage(), e);
    }
  }

  private Access access(ModelAccess models, DoorListener listener) {
    var name = models.model().name();
    if (catalogue.now().find(name.provider()).isEmpty()) {
      throw new DoorException(
          Cause.UNKNOWN_PROVIDER, unknown(name) + ": give its key again, or name another model");
    }
    var books =
        new Access.Books(
            new Meter(models.model(), models.budget(), models.spent()),
            new Recorder(models.logs(), secrets),
            listener::called);
    return new Access(models.token(), models.model(), way(name), books, models.spent().calls());
  }

  /// For each call as the provider is set up then: its key may be changed while the door is open.
  private Supplier<Access.Way> way(ModelName model) {
    var last = new AtomicReference<Access.@Nullable Way>();
    return () -> {
      var provider =
          catalogue
              .now()
              .find(model.provider())
              .orElseThrow(() -> new RefusedCallException(403, "key_refused", unknown(model)));
      var known = last.get();
      if (known != null && known.provider().equals(provider)) {
        return known;
      }
      var way =
          new Access.Way(provider, upstream(provider, settings.patience()), turnstile(provider));
      last.set(way);
      return way;
    };
  }

  /// Another key has limits of its own; those of one that was changed are nobody's.
  private Turnstile turnstile(Provider provider) {
    turnstiles
        .keySet()
        .removeIf(other -> other.name().equals(provider.name()) && !other.equals(provider));
    return turnstiles.computeIfAbsent(provider, _ -> new Turnstile(provider, clock, sleeper));
  }

  private static String unknown(ModelName model) {
    return "no provider is named " + model.provider() + " (model " + model + ")";
  }

  /// The way to a provider that every call takes, whoever makes it.
  public Upstream upstream(Provider provider, Patience patience) {
    return switch (provider) {
      case Provider.Remote remote -> new RemoteUpstream(client, remote, patience);
      case Provider.Scripted scripted -> new ScriptedUpstream(scripted, patience, sleeper);
    };
  }

  /// Closes all doors.
  @Override
  public void close() {
    reception.doors().forEach(OpenDoor::close);
    // The client's selector runs on a thread of the server's pool: it must end first.
    LifeCycle.stop(client);
    LifeCycle.stop(server);
  }
}
