package drydock.sandbox.selftest;

import drydock.domain.isolation.Row;
import drydock.sandbox.Limits;
import drydock.sandbox.Sandbox;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.selftest.probe.Bait;
import drydock.sandbox.selftest.probe.Probe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Starts sandboxes as a phase of a task does and tries to get out of them. One run at a time in
/// one folder.
///
/// @param folder where the test may put what it needs; made, and removed again
/// @param controlPlane ports that the server and its database listen on, if they run
public record SelfTest(SandboxDriver driver, Path folder, Set<Integer> controlPlane) {
  private static final int MEGABYTE = 1 << 20;
  private static final Limits LIMITS = new Limits(256 * MEGABYTE, 2, 128, 64 * MEGABYTE);

  /// Those that the probe tries; the others are bombs.
  private static final List<Trial> PROBED =
      Arrays.stream(Trial.values()).filter(t -> t.compareTo(Trial.PROCESSES) < 0).toList();

  public SelfTest {
    controlPlane = Set.copyOf(controlPlane);
  }

  /// @return a row for each [Trial], in their order
  /// @throws SandboxException if no sandbox can be made
  public List<Row> run(Stage stage) throws InterruptedException {
    driver.folders().remove(folder);
    driver.folders().create(folder);
    try {
      var programs = Programs.install(folder.resolve("probe"), driver.folders());
      var sandboxes = new Sandboxes(driver, stage, programs.shown());
      try (var host = HostBait.lay(programs, folder, controlPlane)) {
        return rows(sandboxes, programs, host);
      }
    } finally {
      driver.folders().remove(folder);
    }
  }

  private List<Row> rows(Sandboxes sandboxes, Programs programs, HostBait host)
      throws InterruptedException {
    var bombs = new Bombs(sandboxes, driver.availability(), programs);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var probed = threads.submit(() -> probed(sandboxes, programs, host));
      List<Callable<Row>> all =
          List.of(
              bombs::disk,
              bombs::memory,
              bombs::unmappedMemory,
              bombs::processor,
              bombs::processes,
              bombs::temporaryFiles,
              bombs::logFlood,
              bombs::zombies,
              bombs::outliving);
      var bombed = all.stream().map(threads::submit).toList();
      var rows = new ArrayList<>(result(probed));
      for (var each : bombed) {
        rows.add(result(each));
      }
      rows.sort(Comparator.comparing(row -> Trial.of(row.id()).orElseThrow()));
      return rows;
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SandboxException unmade) {
        throw unmade;
      }
      throw new IllegalStateException(e);
    }
  }

  private List<Row> probed(Sandboxes sandboxes, Programs programs, HostBait host)
      throws InterruptedException {
    try (var nextDoor = sandboxes.stage().open("neighbour");
        var room = sandboxes.stage().open("probe")) {
      var upper = nextDoor.spec().folders().getFirst().upper().toString();
      var secrets = Secrets.fresh(nextDoor.spec().folders().getFirst().target(), List.of(upper));
      var bait = programs.inside(sandboxes.java(), Bait.class, secrets.word());
      try (var neighbour = driver.start(sandboxes.spec(nextDoor, bait, LIMITS, false))) {
        lay(neighbour, secrets);
        var probe = programs.inside(sandboxes.java(), Probe.class);
        try (var sandbox = driver.start(sandboxes.spec(room, probe, LIMITS, true))) {
          var ran = Ran.of(sandbox, told(host, secrets, nextDoor));
          return Answers.of(ran.out()).rows(PROBED);
        }
      }
    }
  }

  private static void lay(Sandbox neighbour, Secrets secrets) {
    try {
      var to = neighbour.stdin();
      to.write((secrets.toLay() + "\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
      var from =
          new BufferedReader(new InputStreamReader(neighbour.stdout(), StandardCharsets.UTF_8));
      if (!"ready\t0".equals(from.readLine())) {
        var why = new String(neighbour.stderr().readNBytes(500), StandardCharsets.UTF_8).strip();
        throw new SandboxException(Cause.START_FAILED, "no bait can be laid in a sandbox: " + why);
      }
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "no bait can be laid in a sandbox: " + e, e);
    }
  }

  private String told(HostBait host, Secrets neighbour, Stage.Room nextDoor) {
    var text = new StringBuilder();
    host.loopback().forEach(address -> line(text, "host.loopback", address));
    host.controlPlane().forEach(address -> line(text, "control", address));
    HostBait.namespaces().forEach(link -> line(text, "namespace", link));
    text.append(host.secrets().toFind("host"));
    for (var path :
        List.of(
            folder.toString(),
            "/etc/shadow",
            "/root",
            "/proc/1/root/etc/shadow",
            "/run/docker.sock",
            "/var/run/docker.sock")) {
      line(text, "host.file", path);
    }
    text.append(neighbour.toFind("sandbox"));
    nextDoor.spec().door().ifPresent(door -> line(text, "door", door.toString()));
    nextDoor.token().ifPresent(token -> line(text, "token", token));
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String word, String value) {
    text.append(word).append(' ').append(value).append('\n');
  }
}
