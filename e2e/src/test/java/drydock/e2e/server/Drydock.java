package drydock.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server as a process of its own.
public final class Drydock implements AutoCloseable {
  private static final Pattern UP = Pattern.compile("Drydock is up at (\\S+) ");
  private static final Duration START = Duration.ofSeconds(90);

  /// It waits 20 s for what runs, and then for sandboxes and the database to end.
  private static final Duration STOP = Duration.ofMinutes(2);

  private final Place place;
  private final Process process;
  private final URI address;

  private Drydock(Place place, Process process, URI address) {
    this.place = place;
    this.process = process;
    this.address = address;
  }

  /// Starts `drydock up` and waits until it serves.
  ///
  /// @param settings environment variables beside the place's own
  public static Drydock up(Place place, Map<String, String> settings) {
    var builder = program(place, "up");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
    builder.environment().putAll(settings);
    try {
      var from = Files.exists(place.log()) ? Files.size(place.log()) : 0;
      var process = builder.start();
      return new Drydock(place, process, address(place, process, (int) from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether `drydock doctor` says that such a limit holds on this machine.
  public boolean holds(String limit) {
    try {
      var doctor = program(place, "doctor").start();
      return doctor.inputReader().readAllLines().stream()
          .anyMatch(line -> line.matches("ok +" + limit + " .*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs a command of the program to its end.
  ///
  /// @return what it printed, if it ended with status 0
  public static String run(Place place, String... arguments) {
    return run(place, Map.of(), arguments);
  }

  /// @param settings environment variables beside the place's own
  public static String run(Place place, Map<String, String> settings, String... arguments) {
    var builder = program(place, arguments);
    builder.environment().putAll(settings);
    try {
      var process = builder.start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("it ended with " + process.exitValue() + ":\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Starts a command of the program, for a test that does not let it end. What it says goes into
  /// the place's log.
  public static Process start(Place place, String... arguments) {
    try {
      return program(place, arguments)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder program(Place place, String... arguments) {
    var root = checkout();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Dsun.jnu.encoding=UTF-8",
            "-Ddrydock.home=" + root,
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            root.resolve("app/target/lib") + "/*",
            "drydock.app.Main");
    var builder =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
            .redirectErrorStream(true);
    var environment = builder.environment();
    environment.keySet().removeIf(Drydock::isSetting);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DRYDOCK_HOME", place.home().toString());
    environment.put("DRYDOCK_PORT", "0");
    environment.put("DRYDOCK_SCRIPTS", place.scripts().toString());
    return builder;
  }

  /// What would make a test's server another than everybody's.
  private static boolean isSetting(String name) {
    return name.startsWith("DRYDOCK_")
        || name.startsWith("OPENAI_")
        || name.startsWith("ANTHROPIC");
  }

  private static URI address(Place place, Process process, int from) {
    return Waiting.until(
        START,
        () -> {
          var log = read(place.log()).substring(from);
          var up = UP.matcher(log);
          if (up.find()) {
            return URI.create(up.group(1));
          }
          if (!process.isAlive()) {
            throw new IllegalStateException("the server did not start:\n" + log);
          }
          return null;
        },
        () -> "the server was not up:\n" + read(place.log()));
  }

  public Client client() {
    return new Client(address, read(place.home().resolve("token")).strip());
  }

  public URI address() {
    return address;
  }

  public Place place() {
    return place;
  }

  /// The name in the labels of all its sandboxes.
  public String installation() {
    return read(place.home().resolve("installation")).strip();
  }

  /// What it holds in memory, in kB (proc_pid_status(5), `VmRSS`).
  public long memory() {
    return read(Path.of("/proc/" + process.pid() + "/status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /// The last lines of its log.
  public String tail() {
    var lines = new ArrayList<>(read(place.log()).lines().toList());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  /// `kill -9`.
  public void kill() {
    process.destroyForcibly();
    waitFor();
  }

  /// SIGTERM, as Ctrl-C would.
  @Override
  public void close() {
    process.destroy();
    waitFor();
  }

  private void waitFor() {
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not stop:\n" + tail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /// The checkout that is tested.
  public static Path checkout() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("docs/architecture.md"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside a checkout");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
