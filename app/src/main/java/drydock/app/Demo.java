package drydock.app;

import drydock.app.settings.Settings;
import drydock.app.settings.SettingsReader;
import drydock.cli.Cli;
import drydock.cli.Pasted;
import drydock.cli.Shell;
import drydock.domain.port.Tasks;
import drydock.domain.task.CheckResult;
import drydock.domain.task.Task;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `./drydock demo`: the main job on the bundled sample, with nothing canned but the model's
/// answers.
final class Demo {
  private static final String PROMPT =
      "A test of this project fails. Find out why, mend the code, and show that the tests pass.";

  private final Installation installation;
  private final PrintStream out;

  Demo(Installation installation, PrintStream out) {
    this.installation = installation;
    this.out = out;
  }

  /// @return 0 only if the sample's tests pass on the returned patch, in a clean sandbox
  int run(List<String> args) throws InterruptedException {
    var keep = args.equals(List.of("--keep"));
    if (!args.isEmpty() && !keep) {
      out.println(
          """
          usage: drydock demo [--keep]
          Runs the bundled sample through a server of its own. --keep leaves the server up.\
          """);
      return args.getFirst().equals("--help") ? 0 : 2;
    }
    quiet();
    var place = new Scratch(Path.of("/var/tmp"));
    try {
      return within(place, keep);
    } finally {
      place.remove();
    }
  }

  /// Its own lines tell the story: of the server's log only warnings stand between them. Read when
  /// the first logger is made (slf4j-simple, SimpleLogger).
  private static void quiet() {
    System.setProperty("org.slf4j.simpleLogger.log.drydock", "warn");
  }

  private int within(Scratch place, boolean keep) throws InterruptedException {
    var settings = settings(place.home());
    out.println("Starting a server with a throw-away data folder");
    try (var wiring = Wiring.start(settings, installation)) {
      out.println("It listens at " + wiring.address());
      var sample = SampleRepository.copy(installation.examples().resolve("template"), place.code());
      var shell = shell(wiring, place.home());
      var code =
          Cli.run(
              shell, "run", PROMPT, "--repo", sample.toString(), "--model", "scripted/template");
      var task =
          wiring.desk().list(Tasks.Filter.of(Set.of()), Optional.empty(), 1).tasks().getFirst();
      Cli.run(shell, "share", task.id().value());
      var verdict = verdict(code, task);
      out.println(verdict.orElse("The sample's tests pass on the patch, in a clean sandbox."));
      if (keep) {
        hold(wiring, place.home());
      } else {
        out.println("Its server ends here, and with it these links; --keep leaves it up.");
      }
      return verdict.isEmpty() ? 0 : 1;
    }
  }

  /// What keeps the demo from being a success.
  private static Optional<String> verdict(int exitCode, Task task) {
    if (exitCode != 0) {
      return Optional.of("The demo failed: the task did not succeed.");
    }
    var check = task.attempt(1).result().check();
    if (check.isEmpty()) {
      return Optional.of("The demo failed: the sample has no check.");
    }
    return check.get().status() == CheckResult.Status.PASSED
        ? Optional.empty()
        : Optional.of(
            "The demo failed: the sample's tests do not pass on the patch (status %d)."
                .formatted(check.get().exitStatus()));
  }

  private void hold(Wiring wiring, Path home) throws InterruptedException {
    out.println();
    out.printf("Look at it:  %s/#login=%s%n", wiring.address(), wiring.loginCode());
    Pasted.exports(wiring.address(), home, Cli.usualHome())
        .ifPresent(line -> out.printf("Clients:     %s%n", line));
    out.println("Ctrl-C stops the server and removes its data.");
    out.flush();
    var self = Thread.currentThread();
    var hook = new Thread(() -> stopAndWait(self));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Thread.sleep(Duration.ofDays(365));
    } catch (InterruptedException _) {
      // Ctrl-C: the way out closes the server and removes the folder.
    }
  }

  private static void stopAndWait(Thread demo) {
    demo.interrupt();
    try {
      demo.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Settings settings(Path home) {
    var environment = new HashMap<>(System.getenv());
    environment.put("DRYDOCK_HOME", home.toString());
    environment.put("DRYDOCK_PORT", "0");
    environment.put("DRYDOCK_HOST", "127.0.0.1");
    environment.put("DRYDOCK_SCRIPTS", installation.examples().resolve("scripts").toString());
    environment.remove("DRYDOCK_PUBLIC_URL");
    environment.remove("DRYDOCK_DATABASE_URL");
    return new SettingsReader(
            environment,
            Path.of(System.getProperty("user.home")),
            Machine.isRoot(),
            installation.examples())
        .read();
  }

  private Shell shell(Wiring wiring, Path home) {
    return new Shell(
        Map.of(
            "DRYDOCK_URL", wiring.address().toString(),
            "DRYDOCK_HOME", home.toString()),
        home,
        home,
        installation.root().resolve("drydock").toString(),
        InputStream.nullInputStream(),
        out,
        System.err,
        Boolean.getBoolean("drydock.terminal"));
  }
}
