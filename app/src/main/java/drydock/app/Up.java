package drydock.app;

import drydock.app.settings.Settings;
import drydock.cli.Cli;
import drydock.cli.Pasted;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `./drydock up`: the server in the foreground, until Ctrl-C or SIGTERM.
final class Up {
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final Settings settings;
  private final Installation installation;
  private final PrintStream out;

  Up(Settings settings, Installation installation, PrintStream out) {
    this.settings = settings;
    this.installation = installation;
    this.out = out;
  }

  int run(List<String> args) throws InterruptedException {
    if (!args.isEmpty()) {
      out.println(
          """
          usage: drydock up
          Starts the server in the foreground. Settings: docs/configuration.md.\
          """);
      return args.getFirst().equals("--help") ? 0 : 2;
    }
    var began = System.nanoTime();
    var wiring = Wiring.start(settings, installation);
    out.printf(
        "Drydock is up at %s after %d ms%n",
        wiring.address(), (System.nanoTime() - began) / 1_000_000);
    out.printf("Open it:  %s/#login=%s%n", wiring.address(), wiring.loginCode());
    out.println("          (the link works once, for ten minutes)");
    Pasted.exports(wiring.address(), settings.home(), Cli.usualHome())
        .ifPresent(line -> out.printf("Clients:  %s%n", line));
    out.printf(
        "Model:    %s%n",
        wiring.model().map(Object::toString).orElse("none yet: give a key in Settings > Models"));
    out.println("Stop it:  Ctrl-C");
    out.flush();
    var stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(wiring, stop)));
    stop.await();
    return 0;
  }

  private void stop(Wiring wiring, CountDownLatch stop) {
    try {
      out.println(
          "Stopping: no more tasks are begun, running ones have " + DRAIN.toSeconds() + " s");
      if (!wiring.drain(DRAIN)) {
        out.println("Some tasks still run: they go on when the server is back");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      wiring.close();
      stop.countDown();
    }
  }
}
