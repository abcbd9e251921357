package drydock.app;

import drydock.app.backup.Backup;
import drydock.app.backup.BackupException;
import drydock.app.backup.Commands;
import drydock.app.backup.Restore;
import drydock.app.bench.BenchCommand;
import drydock.app.bench.Filling;
import drydock.app.bench.Rehearsal;
import drydock.app.settings.SettingsException;
import drydock.app.settings.SettingsReader;
import drydock.cli.Cli;
import drydock.domain.RefusedException;
import drydock.engine.home.Home;
import drydock.sandbox.oci.host.HostFolders;
import drydock.sandbox.oci.host.Identity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// The server's commands; everything else is the client's.
public final class Main {
  private static final List<String> SERVERS =
      List.of("up", "demo", "doctor", "bench", "rehearse", "backup", "restore");

  private Main() {}

  public static void main(String[] args) {
    var command = args.length == 0 ? "help" : args[0];
    var rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    if (SERVERS.contains(command)) {
      System.exit(server(command, rest));
    }
    Cli.main(args);
  }

  private static int server(String command, List<String> args) {
    try {
      var installation = Installation.find();
      return switch (command) {
        case "up" -> new Up(settings(installation), installation, System.out).run(args);
        case "demo" -> new Demo(installation, System.out).run(args);
        case "doctor" -> new Doctor(settings(installation), installation, System.out).run(args);
        case "bench" -> bench(installation, args);
        case "rehearse" ->
            measured(
                folder -> Rehearsal.run(installation.root(), folder, Path.of(args.getFirst())));
        case "backup" -> new Commands(System.out).backup(() -> backup(installation), args);
        case "restore" -> new Commands(System.out).restore(() -> restore(installation), args);
        default -> throw new IllegalStateException(command);
      };
    } catch (StartException e) {
      System.err.println("drydock: " + e.getMessage());
      return e.exitCode();
    } catch (BackupException e) {
      System.err.println("drydock: " + e.getMessage());
      return 1;
    } catch (SettingsException | RefusedException e) {
      System.err.println("drydock: " + e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (RuntimeException e) {
      System.err.println("drydock: " + Trouble.explain(e));
      return 1;
    }
  }

  private static int bench(Installation installation, List<String> args) {
    if (args.size() == 2 && args.getFirst().equals("fill")) {
      return Filling.run(new Home(settings(installation).home()), Integer.parseInt(args.getLast()));
    }
    return measured(folder -> BenchCommand.run(installation.root(), folder, args, System.out));
  }

  private static drydock.app.settings.Settings settings(Installation installation) {
    return reader(installation).read();
  }

  private static Backup backup(Installation installation) {
    var settings = settings(installation);
    return new Backup(
        new Home(settings.home()),
        settings.databaseUrl(),
        !Machine.isRoot(),
        Installation.VERSION,
        InstantSource.system());
  }

  private static Restore restore(Installation installation) {
    var settings = settings(installation);
    return new Restore(
        new Home(settings.home()),
        settings.databaseUrl(),
        !Machine.isRoot(),
        new HostFolders(Identity.ofThisProcess()));
  }

  /// Work on servers of its own.
  private interface Measuring {
    int in(Path scratch) throws Exception;
  }

  private static int measured(Measuring work) {
    var scratch = new Scratch(Path.of("/var/tmp"));
    try {
      return work.in(scratch.folder());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } catch (Exception e) {
      System.err.println("drydock: it stopped: " + e.getMessage());
      return 1;
    } finally {
      scratch.remove();
    }
  }

  static SettingsReader reader(Installation installation) {
    return new SettingsReader(
        System.getenv(),
        Path.of(System.getProperty("user.home")),
        Machine.isRoot(),
        installation.examples());
  }
}
