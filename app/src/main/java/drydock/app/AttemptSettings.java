package drydock.app;

import drydock.app.settings.Settings;
import drydock.engine.home.Home;
import drydock.engine.home.Room;
import drydock.engine.runner.place.RunnerSettings;
import drydock.git.process.GitSettings;
import java.nio.file.Path;
import java.time.Duration;

/// The operator's settings, as those who carry attempts want them.
final class AttemptSettings {
  private AttemptSettings() {}

  /// @param name the installation's
  /// @param sockets where doors are made
  /// @param runtime the agent's, as installed
  /// @param room what sandboxes may not fill
  static RunnerSettings of(
      Settings settings, String name, String node, Path sockets, Path runtime, Room room) {
    return new RunnerSettings(
        name,
        node,
        sockets,
        runtime,
        Agents.RELAY,
        () -> room.within(settings.sandboxes().limits()),
        settings.egresses().setup(),
        settings.egresses().agent(),
        settings.times().setup(),
        settings.times().check(),
        settings.approvals().commands(),
        settings.approvals().patience(),
        Machine.localPaths(settings),
        Agents.of(settings));
  }

  static GitSettings git(Settings settings, Home home) {
    return new GitSettings(
        home.root().resolve("git"),
        settings.uplink(),
        settings.git().tokens(),
        settings.git().sshKey(),
        settings.git().knownHosts(),
        Duration.ofMinutes(30));
  }
}
