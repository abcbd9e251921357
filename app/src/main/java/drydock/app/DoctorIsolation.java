package drydock.app;

import drydock.api.Json;
import drydock.app.models.ModelDesk;
import drydock.app.secret.KnownSecrets;
import drydock.app.settings.Settings;
import drydock.domain.isolation.IsolationReport;
import drydock.door.DoorSettings;
import drydock.door.Doors;
import drydock.engine.home.DoctorLock;
import drydock.engine.home.Home;
import drydock.engine.home.Room;
import drydock.engine.isolation.Isolation;
import drydock.engine.runner.place.Equipment;
import drydock.git.Mirrors;
import drydock.sandbox.SandboxDriver;
import java.nio.file.Path;
import java.time.InstantSource;

/// The self-test without a server, also beside one: with doors of its own, and labels that no
/// server sweeps.
final class DoctorIsolation {
  private DoctorIsolation() {}

  /// @param agent the agent's runtime, as built
  static IsolationReport run(Settings settings, Path agent) throws InterruptedException {
    var home = new Home(settings.home());
    var driver = Machine.driver(settings, home, Machine.DOCTOR);
    home.create(driver.folders());
    // One after the other: each removes what it takes for the remains of the last.
    try (var _ = DoctorLock.await(home)) {
      return run(settings, agent, home, driver);
    }
  }

  private static IsolationReport run(Settings settings, Path agent, Home home, SandboxDriver driver)
      throws InterruptedException {
    // Of a doctor that was killed.
    driver.sweep(_ -> false);
    var clock = InstantSource.system();
    var catalogue = ModelDesk.catalogue(settings.models());
    var name = HomeFiles.installation(home);
    var sockets = Machine.doors(driver.folders(), name + "-" + Machine.DOCTOR);
    var secrets = KnownSecrets.of(settings, HomeFiles.tokenIfMade(home));
    try (var doors =
        new Doors(
            catalogue,
            new DoorSettings(settings.uplink(), settings.egresses().allowPrivate()),
            secrets,
            clock)) {
      var mirrors = new Mirrors(home.mirrors(), AttemptSettings.git(settings, home));
      var runtime = AgentRuntime.install(agent, home, driver.folders());
      var room = new Room(home.root(), settings.disk().floor());
      return new Isolation(
              new Equipment(home, mirrors, driver, doors, new Json(), secrets),
              AttemptSettings.of(settings, name, Machine.DOCTOR, sockets, runtime, room),
              // A gateway is behind the agent's door if any model is known.
              () -> catalogue.now().list().stream().findFirst(),
              () -> ControlPlane.ports(home, settings.http().port()),
              clock)
          .report(true);
    } finally {
      driver.folders().remove(sockets);
    }
  }
}
