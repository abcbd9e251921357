package drydock.door;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Usage;
import drydock.domain.network.Egress;
import drydock.domain.network.Uplink;
import drydock.domain.secret.Secrets;
import drydock.door.DoorSpec.ModelAccess;
import drydock.door.egress.Names;
import drydock.door.provider.Catalogue;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.provider.Providers;
import drydock.door.provider.Sleeper;
import drydock.door.uplink.Cidr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Doors with what tests turn: names, time, sleeping.
final class Dock implements AutoCloseable {
  static final String TOKEN = "door-t0ken";

  /// Known, and in no record of a call.
  static final Secret SECRET = new Secret("sk-known-9f3b2a7c5d");

  private static final Secrets SECRETS = new Secrets(List.of(SECRET));
  static final Duration HOUR = Duration.ofHours(1);

  final Path folder;
  final Heard heard = new Heard();
  final List<Duration> slept = new CopyOnWriteArrayList<>();
  final Map<String, Supplier<InetAddress>> names = new ConcurrentHashMap<>();
  private final Doors doors;
  private final Providers providers;

  private Dock(Path folder, Providers providers, DoorSettings settings, Sleeper sleeper) {
    this.folder = folder;
    this.providers = providers;
    Names resolver =
        host -> {
          if (!names.containsKey(host)) {
            throw new UnknownHostException(host);
          }
          return List.of(names.get(host).get());
        };
    Sleeper remembered =
        time -> {
          slept.add(time);
          sleeper.sleep(time);
        };
    this.doors =
        new Doors(
            new Catalogue(providers, Optional.empty()),
            settings,
            SECRETS,
            new Ticking(),
            remembered,
            resolver);
  }

  /// A fixed instant plus what really passes.
  private static final class Ticking implements InstantSource {
    private static final Instant EPOCH = Instant.parse("2026-05-17T10:00:00Z");
    private final long started = System.nanoTime();

    @Override
    public Instant instant() {
      return EPOCH.plusNanos(System.nanoTime() - started);
    }
  }

  static Dock of(Path folder, Provider provider, String... allowPrivate) {
    return of(folder, provider, Patience.DEFAULT, Uplink.DIRECT, allowPrivate);
  }

  static Dock of(
      Path folder, Provider provider, Patience patience, Uplink uplink, String... allowPrivate) {
    var allowed = Arrays.stream(allowPrivate).map(Cidr::parse).toList();
    return new Dock(
        folder,
        new Providers(List.of(provider), List.of()),
        new DoorSettings(uplink, allowed, patience),
        _ -> {});
  }

  /// A door with a model and without egress.
  Door model(String name) {
    return model(name, new Budget(Optional.empty(), Optional.empty(), Optional.empty(), HOUR));
  }

  Door model(String name, Budget budget) {
    return model(providers.spec(ModelName.parse(name)), budget);
  }

  Door model(ModelSpec spec, Budget budget) {
    var access = new ModelAccess(new Secret(TOKEN), spec, () -> budget, Usage.NONE, folder);
    return open(new Egress.None(), Optional.of(access));
  }

  Door egress(Egress egress) {
    return open(egress, Optional.empty());
  }

  private Door open(Egress egress, Optional<ModelAccess> access) {
    try {
      var place = Files.createTempDirectory("dk");
      return doors.open(new DoorSpec(place, egress, access), heard);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Closes it now, in the middle of a test.
  static void shut(Door door) {
    door.close();
  }

  String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Override
  public void close() {
    doors.close();
  }
}
