package drydock.sandbox.selftest;

import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import drydock.sandbox.Limits;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the test's sandboxes: those of the stage, with another command, small limits, and the
/// probe shown.
record Sandboxes(SandboxDriver driver, Stage stage, Bind probe) {
  private static final Duration FLOOD = Duration.ofMillis(700);

  List<String> java() {
    return stage.java();
  }

  /// @param relayed whether what the phase runs beside its command is run here too
  SandboxSpec spec(Stage.Room room, List<String> command, Limits limits, boolean relayed) {
    var spec = room.spec();
    var binds = new ArrayList<>(spec.binds());
    binds.add(probe);
    var environment = new TreeMap<>(spec.environment());
    // Where no name server answers, the C library does not wait for long: resolv.conf(5).
    environment.putAll(Map.of("RES_OPTIONS", "timeout:1 attempts:1"));
    return new SandboxSpec(
        spec.labels(),
        spec.image(),
        spec.folders(),
        binds,
        spec.door(),
        relayed ? spec.relay() : List.of(),
        command,
        spec.workdir(),
        environment,
        limits);
  }

  Ran run(String name, List<String> command, Limits limits) throws InterruptedException {
    try (var room = stage.open(name);
        var sandbox = driver.start(spec(room, command, limits, false))) {
      return Ran.of(sandbox, "");
    }
  }

  /// Nobody reads: who writes must come to a halt, and nothing of it be kept anywhere.
  Row flood(Limits limits) throws InterruptedException {
    var command = List.of("head", "-c", "4M", "/dev/zero");
    try (var room = stage.open("flood");
        var sandbox = driver.start(spec(room, command, limits, false))) {
      var ended = sandbox.waitFor(FLOOD).filter(exit -> exit.status() == 0).isPresent();
      // A runtime that copies the output ends when nobody wants it any more.
      sandbox.stdout().close();
      return Trial.LOG_FLOOD.row(
          ended
              ? new Verdict.Open("4 MiB went somewhere")
              : new Verdict.Blocked("a pipe: who floods it waits until it is read"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
