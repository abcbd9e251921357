package drydock.app.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `./drydock backup FILE` and `./drydock restore FILE`, as a person sees them.
public final class Commands {
  private final PrintStream out;

  public Commands(PrintStream out) {
    this.out = out;
  }

  /// @return the exit code
  public int backup(Supplier<Backup> backup, List<String> args) throws InterruptedException {
    if (isMisused(
        args,
        """
        usage: drydock backup FILE
        Copies the whole state into one file, whether the server runs or not. The file holds code,
        logs and the operator's token: it is readable for you alone. Settings: docs/operations.md.\
        """)) {
      return isHelp(args) ? 0 : 2;
    }
    var began = System.nanoTime();
    var file = Path.of(args.getFirst()).toAbsolutePath().normalize();
    var made = backup.get().to(file, out::println);
    out.printf(
        Locale.ROOT,
        "%s: %d tasks, %d rows, %s of %s, in %s%n",
        file,
        made.tasks(),
        made.rows(),
        size(made.bytes()),
        size(made.unpacked()),
        since(began));
    return 0;
  }

  /// @return the exit code
  public int restore(Supplier<Restore> restore, List<String> args) {
    if (isMisused(
        args,
        """
        usage: drydock restore FILE
        Makes of a backup the data folder again, DRYDOCK_HOME, which must be empty or missing.
        Tasks that were running go on when the server is started.\
        """)) {
      return isHelp(args) ? 0 : 2;
    }
    var began = System.nanoTime();
    var done = restore.get().from(Path.of(args.getFirst()).toAbsolutePath().normalize());
    out.printf(
        Locale.ROOT,
        "restored %d tasks as of %s, written by Drydock %s, in %s; ./drydock up goes on with them%n",
        done.tasks(),
        done.madeAt(),
        done.drydock(),
        since(began));
    if (done.leftOut() > 0) {
      out.printf(
          "left out: %d files in work trees, whose paths are too long to be written%n",
          done.leftOut());
    }
    return 0;
  }

  private boolean isMisused(List<String> args, String usage) {
    var right = args.size() == 1 && !args.getFirst().startsWith("-");
    if (!right) {
      out.println(usage);
    }
    return !right;
  }

  private static boolean isHelp(List<String> args) {
    return args.size() == 1 && List.of("--help", "-h").contains(args.getFirst());
  }

  private static String size(long bytes) {
    return "%.1f MB".formatted(bytes / 1e6);
  }

  private static String since(long began) {
    return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
  }
}
