package drydock.engine.runner;

import drydock.acp.AcpClient;
import drydock.acp.AcpException;
import drydock.acp.ContentBlock;
import drydock.acp.PromptResult;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox.Message.Say;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.engine.home.Whole;
import drydock.engine.home.Workspace;
import drydock.engine.runner.output.Attached;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.output.Texts;
import drydock.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One live talk with an agent in its sandbox: opens the session, tells it what waits, hears it
/// out. Closed by whoever opened the sandbox.
final class Conversation {
  private static final Duration HELLO = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final String GO_ON = "You were interrupted. Go on where you were.";

  private final Run run;
  private final Sandbox sandbox;
  private final AcpClient client;
  private final Updates updates;
  private final LogFile log;
  private final boolean vision;
  private final Attached attached;
  private volatile Optional<String> session = Optional.empty();

  /// Whether the session knows nothing of what was said in an earlier one.
  private boolean forgotten;

  private boolean turnRuns;

  /// Letters that the agent has been told of in the turn that runs.
  private final Set<Long> told = new HashSet<>();

  /// @param vision whether the model sees pictures
  Conversation(
      Run run, Sandbox sandbox, AcpClient client, Updates updates, LogFile log, boolean vision) {
    this.run = run;
    this.sandbox = sandbox;
    this.client = client;
    this.updates = updates;
    this.log = log;
    this.vision = vision;
    this.attached = new Attached(run.workspace());
  }

  /// Turns until nothing is left to say. One that was cut off with an earlier sandbox goes on
  /// first.
  Ending hold() {
    try (var _ = run.signals().onStop(this::stop)) {
      client.initialize(HELLO);
      var id = open();
      session = Optional.of(id);
      var cutOff = run.memory().asked().filter(asked -> !forgotten && updates.pastHolds(asked));
      Outcome outcome = cutOff.isPresent() ? goOn(id, cutOff.get()) : new Outcome.Succeeded();
      for (var words = unheard();
          outcome instanceof Outcome.Succeeded && (!run.memory().prompted() || !words.isEmpty());
          words = unheard()) {
        run.goOn();
        outcome = ask(id, words);
      }
      return new Ending.Over(outcome);
    } catch (AcpException e) {
      return broken(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private synchronized List<Words.Word> unheard() {
    var words = run.words().waiting();
    told.clear();
    words.forEach(word -> told.add(word.id()));
    return words;
  }

  private Outcome ask(String id, List<Words.Word> words) throws InterruptedException {
    var said = new ArrayList<Say>();
    if (!run.memory().prompted() || forgotten) {
      said.add(new Say(run.request().prompt(), run.request().attachments()));
    }
    words.forEach(word -> said.add(word.say()));
    var text = said.stream().map(attached::spoken).collect(Collectors.joining("\n\n"));
    var asked = new Memory.Asked(text, words.stream().map(Words.Word::id).toList());
    run.remember(run.memory().asking(asked));
    forgotten = false;
    updates.forgetWords();
    var prompt = new ArrayList<ContentBlock>();
    prompt.add(new ContentBlock.Text(asked.words(), Optional.of(Long.toString(asked.id()))));
    prompt.addAll(pictures(said));
    return hearOut(() -> client.prompt(id, prompt, this::begun));
  }

  private List<ContentBlock.Image> pictures(List<Say> said) {
    return vision && client.canSee() ? attached.pictures(said) : List.of();
  }

  /// It has the words; what came of them until it was cut off is in its session.
  private Outcome goOn(String id, Memory.Asked asked) throws InterruptedException {
    // What came since is told as it would be to any turn that runs.
    synchronized (this) {
      told.addAll(asked.letters());
    }
    return hearOut(() ->
        client.canResume()
            ? client.resume(id, this::begun)
            : client.prompt(id, List.of(new ContentBlock.Text(GO_ON)), this::begun));
  }

  @FunctionalInterface
  private interface Call {
    PromptResult make() throws InterruptedException;
  }

  private Outcome hearOut(Call call) throws InterruptedException {
    PromptResult result;
    run.questions().hear();
    try {
      result = call.make();
    } finally {
      ended();
      run.questions().withdraw("the agent no longer asks");
    }
    var outcome = outcome(result);
    explain();
    answered(run);
    return outcome;
  }

  /// What was asked counts as heard when what came of it is on record; until then another agent is
  /// told of it. Of a lost attempt nothing more is written.
  static void answered(Run run) {
    if (!(run.signals().raised().orElse(null) instanceof Stop.Lost)) {
      run.memory().asked().ifPresent(asked -> run.words().taken(asked.letters()));
      run.remember(run.memory().answered());
    }
  }

  /// Words that an agent is told between two turns are heard by neither.
  private synchronized void begun() {
    turnRuns = true;
    wordsCame();
  }

  private synchronized void ended() {
    turnRuns = false;
  }

  /// Words came while it runs: told at once if the agent takes them, else with the next turn.
  synchronized void wordsCame() {
    var id = session;
    if (!turnRuns || id.isEmpty() || !client.canSteer()) {
      return;
    }
    try {
      for (var word : run.words().waiting()) {
        if (told.add(word.id())) {
          client.say(
              id.get(),
              Long.toString(word.id()),
              attached.spoken(word.say()),
              pictures(List.of(word.say())));
        }
      }
    } catch (AcpException _) {
      // It is gone: whoever comes after it is told.
    }
  }

  private String open() {
    var known = run.memory().session();
    if (known.isPresent()) {
      try {
        client.loadSession(known.get(), Workspace.CODE);
        return known.get();
      } catch (AcpException e) {
        run.story()
            .tell(
                new EventBody.Noted(
                    "the agent could not load its earlier session and starts a new one: "
                        + Texts.head(String.valueOf(e.getMessage()), 300)));
        forgotten = true;
      }
    }
    var id = client.newSession(Workspace.CODE);
    run.remember(run.memory().withSession(id));
    return id;
  }

  /// Asks first, then ends it: an agent that does not answer is not waited for. One that was lost
  /// to us is not told that it was stopped: it goes on elsewhere where it was.
  private void stop() {
    if (run.signals().raised().orElse(null) instanceof Stop.Lost) {
      client.close();
    }
    run.questions().withdraw("the task was stopped");
    session.ifPresent(id -> {
      try {
        client.cancel(id);
      } catch (AcpException _) {
        // It is gone already.
      }
    });
    Thread.startVirtualThread(() -> {
      try {
        if (sandbox.waitFor(GRACE).isEmpty()) {
          sandbox.kill();
        }
      } catch (InterruptedException _) {
        sandbox.kill();
      }
    });
  }

  private void explain() {
    var words = updates.lastWords();
    if (!words.isEmpty()) {
      run.story().commit(new EventBody.Explained(words));
      Whole.write(run.logs().resolve("explanation.md"), words + "\n");
    }
  }

  private Outcome outcome(PromptResult result) {
    run.story().tell(new EventBody.AgentStopped(result.stopReason().wire()));
    var stopped = run.signals().raised();
    if (stopped.isPresent()) {
      return stopped.get().outcome(Phase.RUN);
    }
    if (result.failure().isPresent()) {
      var failure = result.failure().get();
      return failed(Cause.valueOf(failure.cause().name()), Texts.head(failure.message(), 2000));
    }
    return switch (result.stopReason()) {
      case END_TURN -> new Outcome.Succeeded();
      case MAX_TOKENS ->
          failed(Cause.NO_PROGRESS, "the model's answer was cut at its output limit");
      case MAX_TURN_REQUESTS ->
          failed(Cause.NO_PROGRESS, "the agent reached its limit of model calls in one turn");
      case REFUSAL -> failed(Cause.MODEL_REFUSED, "the model refused to go on with this task");
      case CANCELLED, OTHER ->
          failed(Cause.AGENT_FAILED, "the agent stopped: " + result.stopReason().wire());
    };
  }

  /// The connection broke or the agent answered with an error: what its sandbox says explains it
  /// best.
  private Ending broken(AcpException e) {
    var stopped = run.signals().raised();
    if (stopped.isPresent()) {
      return over(stopped.get().outcome(Phase.RUN));
    }
    var exit = exit();
    if (exit.isPresent() && exit.get().reason() == Sandbox.Exit.Reason.MEMORY_LIMIT) {
      return over(failed(Cause.MEMORY_LIMIT, "the sandbox needed more memory than allowed"));
    }
    if (exit.isPresent() && exit.get().reason() == Sandbox.Exit.Reason.DISK_LIMIT) {
      return over(failed(Cause.DISK_LIMIT, "the sandbox wrote more than allowed"));
    }
    var ended = exit.map(x -> " (it ended with status " + x.status() + ")").orElse("");
    var failure =
        failed(Cause.AGENT_FAILED, Texts.head(String.valueOf(e.getMessage()), 500) + ended);
    return e.reason() == AcpException.Reason.CLOSED
        ? new Ending.Died(failure, updates.toolsEnded() > 0)
        : over(failure);
  }

  private Ending over(Outcome outcome) {
    explain();
    answered(run);
    return new Ending.Over(outcome);
  }

  private Optional<Sandbox.Exit> exit() {
    try {
      return sandbox.waitFor(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Outcome.Failed failed(Cause cause, String message) {
    return new Outcome.Failed(cause, message, Phase.RUN, Texts.tail(log.tail(), 4000));
  }
}
