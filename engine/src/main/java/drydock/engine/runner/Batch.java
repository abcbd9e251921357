package drydock.engine.runner;

import drydock.domain.event.EventBody;
import drydock.domain.task.Phase;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.output.Streams;
import drydock.sandbox.Sandbox;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A command that runs without a talk (set-up, check): its output goes into a log and, as events,
/// to people.
final class Batch {
  private static final int RUNTIME_BYTES = 64 * 1024;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private Batch() {}

  /// Waits for its end, for at most this long; then, or when the attempt must stop, it is killed.
  ///
  /// @return how it ended; none if its time was up
  static Optional<Sandbox.Exit> attend(
      Run run, Sandbox sandbox, Phase phase, Duration atMost, LogFile log) {
    var ofRuntime = new AtomicReference<>("");
    try (var _ = run.signals().onStop(sandbox::kill)) {
      var errors =
          Streams.pump(() -> ofRuntime.set(Streams.textUpTo(sandbox.stderr(), RUNTIME_BYTES)));
      var output =
          Streams.pump(() ->
              log.copy(
                  sandbox.stdout(),
                  text -> run.story().tell(new EventBody.OutputWritten(phase, text))));
      var exit = sandbox.waitFor(atMost);
      if (exit.isEmpty()) {
        sandbox.kill();
      }
      output.join(LAST_WORDS);
      errors.join(LAST_WORDS);
      if (!ofRuntime.get().isBlank()) {
        log.line(ofRuntime.get().stripTrailing());
      }
      return exit;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
