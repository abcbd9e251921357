package drydock.app;

import drydock.app.models.ModelDesk;
import drydock.app.settings.Settings;
import drydock.domain.secret.Secrets;
import drydock.door.DoorSettings;
import drydock.door.Doors;
import drydock.door.provider.Provider;
import drydock.engine.home.Home;
import drydock.engine.home.Room;
import drydock.sandbox.SandboxException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// `./drydock doctor`: what is usable on this machine, and why not.
final class Doctor {
  private static final String USAGE =
      """
      usage: drydock doctor [--all]
             drydock doctor --isolation-table
      Says what is usable on this machine, and why not; and tries to get out of a sandbox.
      --all: shows also what is blocked, and by what. --isolation-table: writes it into docs/security.md.
      """;

  private final Settings settings;
  private final Installation installation;
  private final PrintStream out;
  private boolean well = true;

  Doctor(Settings settings, Installation installation, PrintStream out) {
    this.settings = settings;
    this.installation = installation;
    this.out = out;
  }

  /// @return 0 if everything that is needed works, and nothing gets out of a sandbox
  int run(List<String> args) throws InterruptedException {
    if (args.equals(List.of("--isolation-table"))) {
      return SecurityPage.write(installation, DoctorIsolation.run(settings, installation.agent()));
    }
    if (!args.isEmpty() && !args.equals(List.of("--all"))) {
      out.print(USAGE);
      return args.getFirst().equals("--help") ? 0 : 2;
    }
    row("java", true, System.getProperty("java.vm.name") + " " + Runtime.version());
    agent();
    home();
    sandbox();
    database();
    models();
    out.flush();
    isolation(args.contains("--all"));
    return well ? 0 : 1;
  }

  private void isolation(boolean all) throws InterruptedException {
    // Without these nothing can be tried, and that has been said.
    if (well) {
      try {
        var report = DoctorIsolation.run(settings, installation.agent());
        IsolationTable.lines(report, all).forEach(out::println);
        well &= report.holds();
      } catch (SandboxException e) {
        needed("isolation", false, "cannot be tried: " + e.getMessage());
      }
    }
  }

  private void agent() {
    try {
      needed("agent", true, "built: " + installation.agent());
    } catch (StartException e) {
      needed("agent", false, String.valueOf(e.getMessage()));
    }
  }

  private void home() {
    row("home", true, settings.home().toString());
    var there = settings.home();
    while (!Files.isDirectory(there)) {
      there = Objects.requireNonNull(there.getParent(), "/ is a folder");
    }
    var room = new Room(there, settings.disk().floor());
    needed("disk", room.obstacle().isEmpty(), room.obstacle().orElseGet(() -> room.left() + ""));
  }

  private void sandbox() {
    var home = new Home(settings.home());
    var availability = Machine.driver(settings, home).availability();
    needed("sandbox oci", availability.usable(), availability.why());
    row("  layering", true, availability.layering().name().toLowerCase(java.util.Locale.ROOT));
    for (var fact : availability.facts()) {
      row("  " + fact.name(), fact.holds(), fact.detail());
    }
  }

  private void database() {
    row(
        "database",
        true,
        settings.databaseUrl().isPresent() ? "external" : "embedded in " + settings.home() + "/db");
  }

  private void models() {
    var catalogue = ModelDesk.catalogue(settings.models());
    var clock = InstantSource.system();
    var secrets = new Secrets();
    var reach = new DoorSettings(settings.uplink(), settings.egresses().allowPrivate());
    try (var doors = new Doors(catalogue, reach, secrets, clock)) {
      var asking = new ModelDesk.Asking(doors::upstream, clock);
      ModelDesk.open(settings.models(), settings.home(), catalogue, asking, secrets);
    }
    var now = catalogue.now();
    for (var provider : now.all()) {
      var known =
          now.list().stream().filter(m -> m.name().provider().equals(provider.name())).count();
      switch (provider) {
        case Provider.Remote remote ->
            row(
                "model " + remote.name(),
                true,
                remote.baseUrl()
                    + (remote.key().isPresent() ? ", with a key, " : ", without a key, ")
                    + known
                    + " models known");
        case Provider.Scripted(var name, var folder) ->
            row("model " + name, true, "recordings in " + folder);
      }
    }
    var usual = catalogue.usual();
    row(
        "default model",
        usual.isPresent(),
        usual
            .map(Object::toString)
            .orElse(
                "none: give a key in Settings > Models, or set OPENAI_API_KEY, OPENAI_BASE_URL or"
                    + " ANTHROPIC_API_KEY"));
  }

  private void needed(String name, boolean holds, String detail) {
    well &= holds;
    row(name, holds, detail);
  }

  private void row(String name, boolean holds, String detail) {
    out.printf("%-4s %-24s %s%n", holds ? "ok" : "NO", name, detail);
  }
}
