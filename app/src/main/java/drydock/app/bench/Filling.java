package drydock.app.bench;

import drydock.api.Json;
import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.CheckResult;
import drydock.domain.task.DiffStat;
import drydock.domain.task.Mode;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.Request;
import drydock.domain.task.Source;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.engine.home.Home;
import drydock.store.Store;
import drydock.store.postgres.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// `drydock bench fill N`: ended tasks in the database of a home without a server, through the
/// store as a server writes them, so that lists can be measured. Of the same number always the
/// same, but for their ids.
public final class Filling {
  private static final int AT_ONCE = 100;
  private static final List<String> DOINGS =
      List.of(
          "Mend the failing test of",
          "Explain how we pay for",
          "Write a table of fees for",
          "Bring up to date the dependencies of",
          "Find the leak in",
          "Translate the messages of",
          "Make faster the search in",
          "Remove the dead code of",
          "Add a page about");
  private static final List<String> THINGS =
      List.of(
          "the harbour",
          "berth reservations",
          "the tide tables",
          "the crane schedule",
          "customs declarations",
          "the pilot's log",
          "container tracking",
          "the night watch",
          "lock operations",
          "the fuel dock",
          "ship registration");
  private static final List<String> REPOSITORIES =
      List.of("harbour", "tides", "cranes", "customs", "registry", "website", "tools");
  private static final List<String> ACTORS = List.of("ann", "ben", "ci", "dora", "operator");
  private static final List<String> MODELS =
      List.of("openai/gpt-5", "anthropic/claude-sonnet-4-5", "scripted/template");

  private final Random random = new Random(7);
  private final Instant newest;
  private Instant now;

  private Filling(Instant newest) {
    this.newest = newest;
    this.now = newest;
  }

  /// @return the exit code
  public static int run(Home home, int tasks) {
    var filling = new Filling(Instant.now());
    try (var database = Database.embedded(home.db())) {
      var store = new Store(database, new Json(), () -> filling.now);
      for (var i = 0; i < tasks; i += AT_ONCE) {
        var first = i;
        store
            .transaction()
            .in(() -> {
              for (var n = first; n < Math.min(tasks, first + AT_ONCE); n++) {
                filling.add(store, n, tasks);
              }
              return true;
            });
      }
    }
    return 0;
  }

  /// The last one is an hour old, the first one half a year.
  private void add(Store store, int n, int tasks) {
    now =
        newest
            .minusSeconds(3600)
            .minus(Duration.ofDays(180).dividedBy(tasks).multipliedBy(tasks - n));
    var id = TaskId.of(now, random);
    var attempt = new AttemptId(id, 1);
    var request = request(n);
    var asked =
        new Task(
            id,
            Actor.user(one(ACTORS)),
            now,
            Optional.empty(),
            request,
            List.of(Attempt.queued(attempt, now)));
    store.tasks().create(asked);
    now = now.plusSeconds(40 + random.nextInt(600));
    store.journal().append(attempt, Actor.SYSTEM, Optional.empty(), story(request));
    if (n % 20 == 0) {
      store
          .journal()
          .append(attempt, asked.actor(), Optional.empty(), List.of(new EventBody.Archived()));
    }
  }

  private Request request(int n) {
    var prompt =
        "%s %s (no. %d).\n\nKeep the public names as they are, and say in a sentence what was wrong."
            .formatted(one(DOINGS), one(THINGS), n);
    return new Request(
        prompt,
        Mode.CODE,
        new Source.Git(
            "https://git.example.org/port/" + one(REPOSITORIES) + ".git", Optional.of("main")),
        "drydock",
        ModelName.parse(one(MODELS)),
        1,
        Optional.of("make test"),
        Optional.empty(),
        new Budget(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofHours(1)),
        List.of());
  }

  private List<EventBody> story(Request request) {
    var story = new ArrayList<EventBody>();
    story.add(new EventBody.StateChanged(State.QUEUED, State.PREPARING, Optional.empty()));
    story.add(new EventBody.PhaseStarted(Phase.CHECKOUT));
    story.add(
        new EventBody.CheckedOut("4b825dc642cb6eb9a060e54bf8d69288fbee4904", "Mend the tide"));
    story.add(new EventBody.PhaseEnded(Phase.CHECKOUT, millis(900), Optional.empty()));
    story.add(new EventBody.StateChanged(State.PREPARING, State.RUNNING, Optional.empty()));
    story.add(new EventBody.PhaseStarted(Phase.RUN));
    for (var step = 0; step < 4; step++) {
      var call = "call-" + step;
      story.add(called(request));
      story.add(
          new EventBody.ToolStarted(call, "make test", "execute", "{\"command\":\"make test\"}"));
      story.add(new EventBody.ToolUpdated(call, "completed", "7 passed, 1 failed\n"));
    }
    story.add(new EventBody.AgentSaid("The fee was counted twice. It is counted once now."));
    story.add(new EventBody.PhaseEnded(Phase.RUN, millis(90_000), Optional.empty()));
    story.add(new EventBody.StateChanged(State.RUNNING, State.COLLECTING, Optional.empty()));
    story.add(
        new EventBody.DiffTaken(
            new DiffStat(1 + random.nextInt(9), random.nextInt(400), random.nextInt(90)),
            List.of()));
    story.add(new EventBody.Explained("The fee was counted twice. It is counted once now."));
    story.addAll(end());
    return story;
  }

  private EventBody called(Request request) {
    var tokens = new Tokens(4_000 + random.nextInt(9_000), 2_000, 300 + random.nextInt(900));
    var usd = new BigDecimal("0.0%03d".formatted(1 + random.nextInt(900)));
    return new EventBody.ModelCalled(
        request.model(), new Usage(1, tokens, usd), millis(6_000), 200);
  }

  private List<EventBody> end() {
    return switch (random.nextInt(10)) {
      case 0 -> List.of(new EventBody.Ended(new Outcome.Canceled()));
      case 1, 2 ->
          List.of(
              new EventBody.Ended(
                  new Outcome.Failed(Cause.BUDGET, "the budget is used up", Phase.RUN, "")));
      default ->
          List.of(
              new EventBody.Checked(
                  new CheckResult(CheckResult.Status.PASSED, "make test", 0, millis(4_000))),
              new EventBody.Ended(new Outcome.Succeeded()));
    };
  }

  private Duration millis(int most) {
    return Duration.ofMillis(1 + random.nextInt(most));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
