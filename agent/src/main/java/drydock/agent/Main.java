package drydock.agent;

import drydock.acp.AcpServer;
import drydock.agent.relay.Relay;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/// `acp`: an ACP agent on stdio. `relay`: loopback ports to the door, for ever. `run`: alone, in
/// the folder it stands in.
public final class Main {
  private static final String USAGE =
      """
      usage: agent acp
             agent relay
             agent run (--task TEXT | --task-file FILE) [--mode ask|code] [--output DIR]
      Settings come from the environment: see docs/agents.md.\
      """;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    System.exit(run(List.of(args)));
  }

  /// @return the exit code: 0 done, 1 the task failed, 2 bad usage
  private static int run(List<String> args) throws InterruptedException {
    var settings = new Settings(System.getenv());
    try {
      return switch (args.isEmpty() ? "" : args.getFirst()) {
        case "acp" -> acp(settings);
        case "relay" -> relay(settings);
        case "run" -> alone(settings, args.subList(1, args.size()));
        case "rehearse" -> rehearse();
        case "help", "--help" -> {
          System.out.println(USAGE);
          yield 0;
        }
        default -> {
          System.err.println(USAGE);
          yield 2;
        }
      };
    } catch (IllegalArgumentException e) {
      System.err.println("agent: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      System.err.println("agent: " + e.getMessage());
      return 1;
    }
  }

  private static int acp(Settings settings) throws IOException, InterruptedException {
    if (settings.relaysItself()) {
      var _ = Relay.open(settings.door().orElseThrow(), settings.relayPorts());
    }
    // stdout is the protocol's: whatever else is printed goes to stderr.
    var out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    try (var assembly = new Assembly(settings)) {
      var sessions = new Sessions(assembly, Main::newId);
      AcpServer.serve(new FileInputStream(FileDescriptor.in), out, sessions);
      sessions.stop();
    }
    return 0;
  }

  /// Prints `listening PORT...` once connections are taken, and closes stdout: a shell waits with
  /// `read` on a FIFO and sees the end of the file if it never comes to that.
  private static int relay(Settings settings) throws IOException, InterruptedException {
    var door =
        settings
            .door()
            .orElseThrow(() -> new IllegalArgumentException("set DRYDOCK_DOOR to the door's path"));
    var relay = Relay.open(door, settings.relayPorts());
    System.out.println(
        "listening " + String.join(" ", relay.ports().stream().map(String::valueOf).toList()));
    System.out.close();
    new CountDownLatch(1).await();
    return 0;
  }

  private static int alone(Settings settings, List<String> args)
      throws IOException, InterruptedException {
    if (args.equals(List.of("--help")) || args.equals(List.of("-h"))) {
      System.out.println(USAGE);
      return 0;
    }
    if (settings.approvals()) {
      throw new IllegalArgumentException(
          "DRYDOCK_APPROVALS=ask needs a client to ask: 'run' has none");
    }
    var request = AloneRequest.parse(args, settings.asking());
    try (var assembly = new Assembly(request.settings(settings))) {
      var folder = Path.of("").toAbsolutePath();
      return new Alone(assembly, folder, System.out).run(request, newId()) ? 0 : 1;
    }
  }

  /// For the build: see [Rehearsal].
  private static int rehearse() throws IOException, InterruptedException {
    new Rehearsal(Files.createTempDirectory("rehearse"), System.getenv()).run();
    return 0;
  }

  private static String newId() {
    return "%016x".formatted(ThreadLocalRandom.current().nextLong());
  }
}
