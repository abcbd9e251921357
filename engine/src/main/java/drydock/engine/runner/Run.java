package drydock.engine.runner;

import drydock.domain.event.EventBody;
import drydock.domain.model.Usage;
import drydock.domain.port.JsonCodec;
import drydock.domain.port.LeaseLostException;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Phase;
import drydock.domain.task.Request;
import drydock.domain.task.Task;
import drydock.engine.home.Home;
import drydock.engine.home.Whole;
import drydock.engine.home.Workspace;
import drydock.engine.runner.approval.Limits;
import drydock.engine.runner.approval.Questions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One carrying of an attempt: what every step of it needs.
record Run(
    Task task,
    Attempt attempt,
    Home home,
    Story story,
    Signals signals,
    JsonCodec json,
    AtomicReference<Phase> phase,
    AtomicReference<Optional<Memory>> remembered,
    Words words,
    AtomicReference<Usage> spent,
    Limits limits,
    Questions questions) {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  /// A step that may explain itself in a note.
  @FunctionalInterface
  interface Step<T> {
    T take();
  }

  AttemptId id() {
    return attempt.id();
  }

  Request request() {
    return task.request();
  }

  Path logs() {
    return home.logs(id());
  }

  Workspace workspace() {
    return home.workspace(id());
  }

  /// Runs a step as a phase: its times are told, and a raised stop ends it before it begins.
  <T> T during(Phase which, Step<T> step, Function<T, Optional<String>> note) {
    goOn();
    phase.set(which);
    var began = System.nanoTime();
    story.tell(new EventBody.PhaseStarted(which));
    T result;
    try {
      result = step.take();
    } catch (RuntimeException e) {
      story.tell(new EventBody.PhaseEnded(which, since(began), Optional.empty()));
      throw e;
    }
    story.tell(new EventBody.PhaseEnded(which, since(began), note.apply(result)));
    return result;
  }

  /// A stop interrupts the step: a repository's host may be silent for as long as it likes.
  <T> T interruptibly(Step<T> step) {
    var thread = Thread.currentThread();
    try (var _ = signals.onStop(thread::interrupt)) {
      return step.take();
    } finally {
      // The interrupt was the step's; what is told of its end must not meet it.
      var _ = Thread.interrupted();
    }
  }

  /// As [#during], but also after a stop: what was done until then is kept. Only a lost attempt is
  /// left alone.
  <T> T after(Phase which, Step<T> step) {
    if (signals.raised().orElse(null) instanceof Stop.Lost) {
      throw new LeaseLostException(id());
    }
    phase.set(which);
    var began = System.nanoTime();
    story.tell(new EventBody.PhaseStarted(which));
    try {
      return step.take();
    } finally {
      story.tell(new EventBody.PhaseEnded(which, since(began), Optional.empty()));
    }
  }

  /// @throws HaltException if a stop was raised
  void goOn() {
    signals
        .raised()
        .ifPresent(stop -> {
          throw new HaltException(stop.outcome(phase.get()));
        });
  }

  Memory memory() {
    return remembered.get().orElseThrow(() -> new IllegalStateException("nothing remembered yet"));
  }

  void remember(Memory memory) {
    remembered.set(Optional.of(memory));
    Whole.write(workspace().memory(), json.write(memory));
  }

  /// @param file as [#remember] writes it
  /// @return none if it is not there, or was damaged: a machine that lost its power may leave it
  ///   empty, and others must not stumble over it
  static Optional<Memory> recall(Path file, JsonCodec json) {
    try {
      return Optional.of(json.read(Files.readString(file), Memory.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      LOG.warn("{} is damaged: {}", file, e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Duration since(long began) {
    return Duration.ofMillis((System.nanoTime() - began) / 1_000_000);
  }
}
