package drydock.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `drydock bench` and `drydock bench chaos`. What they measure stands in `docs/benchmark.md`, each
/// in its own part.
public final class BenchCommand {
  private static final String USAGE =
      """
      usage: drydock bench
             drydock bench fill N
             drydock bench chaos [--tasks 200] [--time PT10M] [--pause PT3S] [--seed N] [--dry]
      Measures this machine, or kills parts of Drydock at random while tasks run; writes docs/benchmark.md.
      fill: so many ended tasks in the database of DRYDOCK_HOME, where no server may be up, to measure
      lists on. --dry: chaos writes nothing.
      """;
  private static final Set<String> OPTIONS = Set.of("--tasks", "--time", "--pause", "--seed");
  private static final String CHAOS = "## Killed at random";

  private BenchCommand() {}

  /// @param scratch an empty folder that sandboxes can reach; the caller removes it
  /// @return the exit code: 1 if something was lost, wrong or left behind
  public static int run(Path installation, Path scratch, List<String> args, PrintStream out)
      throws Exception {
    var page = installation.resolve("docs/benchmark.md");
    if (args.isEmpty()) {
      var text = new Bench(installation, scratch, out).run();
      Files.writeString(page, text + "\n" + part(page, CHAOS));
      out.println(text);
      return 0;
    }
    var options = new HashMap<String, String>();
    if (!args.getFirst().equals("chaos") || !parse(args.subList(1, args.size()), options)) {
      out.print(USAGE);
      return args.getFirst().equals("--help") ? 0 : 2;
    }
    Chaos.Plan plan;
    try {
      plan = plan(options);
    } catch (NumberFormatException | DateTimeParseException e) {
      out.print("drydock: " + e.getMessage() + "\n" + USAGE);
      return 2;
    }
    return chaos(new Chaos(installation, scratch, out).run(plan), plan, page, options, out);
  }

  private static boolean parse(List<String> args, Map<String, String> options) {
    for (var i = 0; i < args.size(); i++) {
      if (args.get(i).equals("--dry")) {
        options.put("--dry", "");
      } else if (OPTIONS.contains(args.get(i)) && i + 1 < args.size()) {
        options.put(args.get(i), args.get(++i));
      } else {
        return false;
      }
    }
    return true;
  }

  private static Chaos.Plan plan(Map<String, String> options) {
    return new Chaos.Plan(
        Integer.parseInt(options.getOrDefault("--tasks", "200")),
        Duration.parse(options.getOrDefault("--time", "PT10M")),
        Duration.parse(options.getOrDefault("--pause", "PT3S")),
        Long.parseLong(options.getOrDefault("--seed", "1")));
  }

  private static int chaos(
      Chaos.Figures figures,
      Chaos.Plan plan,
      Path page,
      Map<String, String> options,
      PrintStream out)
      throws IOException {
    var text = CHAOS + "\n\n" + figures.markdown(plan);
    out.println(text);
    figures.wrong().forEach(out::println);
    figures.orphans().forEach(out::println);
    if (!options.containsKey("--dry")) {
      var old = part(page, CHAOS);
      var all = Files.readString(page);
      var after = old.indexOf("\n## ");
      Files.writeString(
          page,
          all.substring(0, all.length() - old.length()).strip()
              + "\n\n"
              + text
              + (after < 0 ? "" : old.substring(after)));
    }
    return figures.isRight() ? 0 : 1;
  }

  /// From a heading to the end; empty if it is not there.
  private static String part(Path page, String heading) throws IOException {
    var all = Files.readString(page);
    var from = all.indexOf(heading);
    return from < 0 ? "" : all.substring(from);
  }
}
