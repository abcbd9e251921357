package drydock.engine.isolation;

import drydock.domain.isolation.IsolationReport;
import drydock.domain.isolation.IsolationReport.PhaseRows;
import drydock.domain.model.ModelSpec;
import drydock.domain.task.TaskId;
import drydock.engine.runner.place.Equipment;
import drydock.engine.runner.place.RunnerSettings;
import drydock.sandbox.selftest.SelfTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs the self-test in both phases and keeps what came out. Thread safe; one run at a time.
public final class Isolation {
  private final Equipment equipment;
  private final RunnerSettings settings;
  private final Supplier<Optional<ModelSpec>> model;
  private final Supplier<Set<Integer>> controlPlane;
  private final InstantSource clock;
  private final ReentrantLock running = new ReentrantLock();
  private final Set<String> live = ConcurrentHashMap.newKeySet();
  private volatile @Nullable IsolationReport last;

  /// @param model what an agent would have, if anything
  /// @param controlPlane ports that the server and its database listen on
  public Isolation(
      Equipment equipment,
      RunnerSettings settings,
      Supplier<Optional<ModelSpec>> model,
      Supplier<Set<Integer>> controlPlane,
      InstantSource clock) {
    this.equipment = equipment;
    this.settings = settings;
    this.model = model;
    this.controlPlane = controlPlane;
    this.clock = clock;
  }

  /// The first call runs it, later ones are told of that run. Takes seconds.
  ///
  /// @param fresh runs it again; who asks during a run is told of that one
  /// @throws drydock.sandbox.SandboxException if no sandbox can be made
  public IsolationReport report(boolean fresh) throws InterruptedException {
    var before = last;
    if (before != null && !fresh) {
      return before;
    }
    running.lockInterruptibly();
    try {
      var now = last;
      if (now != null && !now.equals(before)) {
        return now;
      }
      var report = run();
      last = report;
      return report;
    } finally {
      running.unlock();
    }
  }

  /// Whether a sandbox with this name in its labels is one of a run.
  public boolean owns(String name) {
    return live.contains(name);
  }

  private IsolationReport run() throws InterruptedException {
    var at = clock.instant();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tested =
          Arrays.stream(PhaseStage.Kind.values())
              .map(kind -> threads.submit(() -> tested(kind)))
              .toList();
      var phases = new ArrayList<PhaseRows>();
      for (var each : tested) {
        phases.add(each.get());
      }
      return new IsolationReport(at, Duration.between(at, clock.instant()), phases);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException(e);
    }
  }

  private PhaseRows tested(PhaseStage.Kind kind) throws InterruptedException {
    var name = kind.name().toLowerCase(Locale.ROOT);
    var folder = equipment.home().isolation(settings.node() + "-" + name);
    var stage = stage(kind, folder.resolve("rooms"));
    var rows = new SelfTest(equipment.driver(), folder, controlPlane.get()).run(stage);
    return new PhaseRows(name, rows);
  }

  private PhaseStage stage(PhaseStage.Kind kind, Path folder) {
    return new PhaseStage(
        kind, equipment, settings, model.get(), TaskId.source(clock), live, folder);
  }
}
