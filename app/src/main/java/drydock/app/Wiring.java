package drydock.app;

import drydock.api.Json;
import drydock.app.backup.Staging;
import drydock.app.models.ModelDesk;
import drydock.app.secret.KnownSecrets;
import drydock.app.secret.MaskedLog;
import drydock.app.settings.Settings;
import drydock.domain.model.ModelName;
import drydock.domain.secret.Secrets;
import drydock.domain.task.TaskId;
import drydock.door.DoorSettings;
import drydock.door.Doors;
import drydock.door.provider.Catalogue;
import drydock.engine.Desk;
import drydock.engine.Drafts;
import drydock.engine.FiledJournal;
import drydock.engine.Workstation;
import drydock.engine.home.BackupLock;
import drydock.engine.home.Home;
import drydock.engine.home.Room;
import drydock.engine.home.Unfinished;
import drydock.engine.isolation.Isolation;
import drydock.engine.keep.Housekeeping;
import drydock.engine.masking.MaskedJournal;
import drydock.engine.runner.AttemptRunner;
import drydock.engine.runner.Trees;
import drydock.engine.runner.place.Equipment;
import drydock.engine.scheduler.Scheduler;
import drydock.engine.supply.GitRemotes;
import drydock.engine.supply.KnownRepositories;
import drydock.engine.supply.Supplies;
import drydock.git.Mirrors;
import drydock.git.RemoteBranches;
import drydock.git.process.Remains;
import drydock.sandbox.Folders;
import drydock.sandbox.oci.host.DiskUse;
import drydock.sandbox.oci.host.Identity;
import drydock.server.HttpServer;
import drydock.server.ServerSettings;
import drydock.server.access.Access;
import drydock.store.Store;
import drydock.store.postgres.Database;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The system put together: constructor calls in dependency order, and the best map of it. The only
/// place that names a driver.
final class Wiring implements AutoCloseable {
  private static final long MAX_UPLOAD = 1L << 30;

  private final Settings settings;
  private final Opened opened;
  private final Folders folders;
  private final BackupLock backups;
  private final Scheduler scheduler;
  private final Sweeper sweeper;
  private final Daily daily;
  private final Desk desk;
  private final Access access;
  private final HttpServer server;
  private final Catalogue catalogue;

  /// What was opened, to be closed last first: each of it, whatever the others throw. The first
  /// exception goes on, the others are suppressed in it. One thread at a time.
  static final class Opened implements AutoCloseable {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    /// @param closing of what was just opened
    void add(Runnable closing) {
      closings.push(closing);
    }

    @Override
    public void close() {
      var last = closings.poll();
      if (last != null) {
        // The rest is closed after it.
        try (var _ = this) {
          last.run();
        }
      }
    }
  }

  /// @param opened gets what must be closed, also when this throws
  private Wiring(Settings settings, Installation installation, Opened opened) {
    this.settings = settings;
    this.opened = opened;
    var clock = InstantSource.system();
    var json = new Json();

    var home = new Home(settings.home());
    Staging.settle(home);
    HomeFiles.checkVersion(home);
    var driver = Machine.driver(settings, home);
    this.folders = driver.folders();
    home.create(folders);
    var lock = HomeFiles.lock(home);
    opened.add(lock::close);
    // Beside the database's start: both are waited for mostly.
    Thread.ofVirtual().name("probe").start(driver::availability);
    Remains.end(AttemptSettings.git(settings, home).home());
    this.backups = BackupLock.in(home);
    opened.add(backups::close);
    var name = HomeFiles.installation(home);

    var secrets = KnownSecrets.of(settings, Optional.of(HomeFiles.token(home)));
    MaskedLog.install(secrets);
    var http = http(home, secrets, installation.web());
    HttpServer.check(http);

    var database =
        settings
            .databaseUrl()
            .map(Database::external)
            .orElseGet(() -> Database.embedded(home.db()));
    opened.add(database::close);
    Machine.refuseUnusable(driver);
    HomeFiles.recordVersion(home);
    var store = new Store(database, json, clock);
    var journal =
        new FiledJournal(
            new MaskedJournal(store.journal(), secrets), home, json, store.transaction());

    var sockets = Machine.doors(folders, name);
    opened.add(() -> folders.remove(sockets));
    this.catalogue = ModelDesk.catalogue(settings.models());
    var doors =
        new Doors(
            catalogue,
            new DoorSettings(settings.uplink(), settings.egresses().allowPrivate()),
            secrets,
            clock);
    opened.add(doors::close);
    var models =
        ModelDesk.open(
            settings.models(),
            home.root(),
            catalogue,
            new ModelDesk.Asking(doors::upstream, clock),
            secrets);
    var mirrors = new Mirrors(home.mirrors(), AttemptSettings.git(settings, home));

    var runtime = AgentRuntime.install(installation.agent(), home, folders);
    var room = new Room(home.root(), settings.disk().floor());
    var runnerSettings = AttemptSettings.of(settings, name, name, sockets, runtime, room);
    var equipment = new Equipment(home, mirrors, driver, doors, json, secrets);
    var runner =
        new AttemptRunner(
            equipment,
            new AttemptRunner.Ports(
                store.tasks(), journal, store.inbox(), store.rules(), store.uploads()),
            runnerSettings,
            new EnvironmentYaml(),
            each -> catalogue.now().spec(each));
    var capacity = settings.sandboxes().capacity().orElseGet(Machine::capacity);
    this.scheduler =
        new Scheduler(
            store.tasks(),
            journal,
            store.queue(),
            clock,
            new Scheduler.Node(name, capacity, room::obstacle),
            Machine.work(runner));
    opened.add(scheduler::close);
    var isolation =
        new Isolation(
            equipment,
            runnerSettings,
            () -> catalogue.usual().map(each -> catalogue.now().spec(each)),
            () -> ControlPlane.ports(home, settings.http().port()),
            clock);
    this.sweeper = new Sweeper(driver, each -> runner.owns(each) || isolation.owns(each));
    opened.add(sweeper::close);

    var trees = new Trees(equipment, scheduler::holds);
    var housekeeping =
        new Housekeeping(
            home,
            folders,
            new Housekeeping.Ports(store.tasks(), store.uploads()),
            trees,
            backups,
            new Housekeeping.Rules(
                settings.disk().keep(),
                settings.disk().caches(),
                new DiskUse(Identity.ofThisProcess())::bytes,
                scheduler::holds,
                clock));
    this.desk =
        new Desk(
            new Desk.Ports(
                store.tasks(),
                journal,
                store.inbox(),
                store.uploads(),
                store.shares(),
                store.ledger(),
                store.rules(),
                store.transaction()),
            new Desk.Place(home, folders, trees, scheduler, clock, backups, housekeeping),
            new Desk.Offer(
                new Drafts.Defaults(
                    "drydock",
                    runnerSettings.agents().keySet(),
                    catalogue::usual,
                    each -> catalogue.now().known(each),
                    settings.budget(),
                    Machine.localPaths(settings)),
                () -> catalogue.now().list(),
                new HealthCheck(scheduler, store.queue(), driver, room, capacity)::now,
                isolation,
                capacity,
                TaskId.source(clock)));
    this.access =
        new Access(HomeFiles.token(home), store.accessTokens(), clock, new SecureRandom());
    this.daily = new Daily(() -> desk.clean(false));
    opened.add(daily::close);
    this.server =
        HttpServer.start(
            http,
            desk,
            new Supplies(repositories(store, home, clock), models),
            store.answers(),
            access,
            clock);
    opened.add(server::close);
  }

  private KnownRepositories repositories(Store store, Home home, InstantSource clock) {
    return new KnownRepositories(
        store.repositories(),
        new GitRemotes(
            new RemoteBranches(AttemptSettings.git(settings, home)), Machine.localPaths(settings)),
        clock);
  }

  private ServerSettings http(Home home, Secrets secrets, Path web) {
    return new ServerSettings(
        settings.http().host(),
        settings.http().port(),
        settings.http().publicUrl(),
        home.uploads(),
        MAX_UPLOAD,
        web,
        secrets);
  }

  /// Starts everything; it serves when this returns.
  static Wiring start(Settings settings, Installation installation) {
    var began = Instant.now();
    var opened = new Opened();
    try {
      var wiring = new Wiring(settings, installation, opened);
      wiring.sweeper.start();
      Unfinished.remove(new Home(settings.home()), wiring.folders, began);
      wiring.backups.sweep();
      wiring.scheduler.start();
      wiring.daily.start();
      return wiring;
    } catch (RuntimeException e) {
      // A port that is taken must not leave a database behind.
      try (opened) {
        throw e;
      }
    }
  }

  URI address() {
    return settings.http().publicUrl().orElse(server.address());
  }

  Workstation desk() {
    return desk;
  }

  /// For a browser: used once, within ten minutes.
  String loginCode() {
    return access.newLoginCode();
  }

  Optional<ModelName> model() {
    return catalogue.usual();
  }

  /// Takes no more work and waits for what runs; what does not end in time goes on when the server
  /// is back.
  boolean drain(Duration atMost) throws InterruptedException {
    return scheduler.drain(atMost);
  }

  @Override
  public void close() {
    opened.close();
  }
}
