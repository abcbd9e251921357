package drydock.store;

import drydock.domain.Actor;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Mode;
import drydock.domain.task.Request;
import drydock.domain.task.Source;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Tasks to store.
final class Samples {
  static final Actor ADA = Actor.user("ada");
  static final Actor AGENT = Actor.agent("drydock");
  static final Instant NOON = Instant.parse("2026-05-17T12:00:00.123456Z");
  private static final Supplier<TaskId> IDS = TaskId.source(InstantSource.system());

  private Samples() {}

  static Task task() {
    return task(NOON, 1);
  }

  static Task task(Instant at, int attempts) {
    return task("Mend the failing test.", "https://example.org/app.git", at, attempts);
  }

  static Task task(String prompt, String url, Instant at, int attempts) {
    return task(prompt, new Source.Git(url, Optional.of("main")), List.of(), at, attempts);
  }

  static Task task(Source source, List<String> attachments) {
    return task("Mend the failing test.", source, attachments, NOON, 1);
  }

  private static Task task(
      String prompt, Source source, List<String> attachments, Instant at, int attempts) {
    var id = IDS.get();
    return new Task(
        id,
        ADA,
        at,
        Optional.empty(),
        new Request(
            prompt,
            Mode.CODE,
            source,
            "drydock",
            new ModelName("scripted", "template"),
            attempts,
            Optional.of("make test"),
            Optional.empty(),
            new Budget(
                Optional.empty(), Optional.of(100_000L), Optional.of(90), Duration.ofHours(1)),
            attachments),
        IntStream.rangeClosed(1, attempts)
            .mapToObj(number -> Attempt.queued(new AttemptId(id, number), at))
            .toList());
  }

  static AttemptId first(Task task) {
    return task.attempts().getFirst().id();
  }
}
