package drydock.engine.runner.approval;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.PermissionAnswer;
import drydock.acp.PermissionRequest;
import drydock.acp.ToolKind;
import drydock.domain.Secret;
import drydock.domain.event.EventBody;
import drydock.domain.secret.Secrets;
import drydock.domain.task.Approval;
import drydock.domain.task.Approvals;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class QuestionsTest {
  private static final Attempt ATTEMPT =
      Attempt.queued(new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 2), Instant.EPOCH);
  private static final PermissionAnswer ALLOWED =
      new PermissionAnswer.Selected("allow", Optional.empty());
  private static final PermissionAnswer WITHDRAWN = new PermissionAnswer.Cancelled();
  private static final Secret SECRET = new Secret("hunter2hunter2");

  private final OnRecord log = new OnRecord();
  private final TimeLimit clock = new TimeLimit(Duration.ofDays(1), () -> {});
  private Duration patience = Duration.ofMinutes(1);
  private Questions questions = questions(ATTEMPT);

  @BeforeEach
  void a_turn_runs() {
    questions.hear();
  }

  @Test
  void a_person_answers() throws Exception {
    var answer = ask("make");
    assertThat(log.next())
        .isEqualTo(new EventBody.ApprovalAsked("2-1", "c1", "execute", "make", "[]", patience));
    questions.answered("2-1", true, "ada");
    assertThat(answer.get()).isEqualTo(ALLOWED);
    assertThat(log.events).isEmpty();
  }

  @Test
  void several_are_answered_in_any_order() throws Exception {
    var first = ask("make");
    log.next();
    var second = ask("curl");
    log.next();
    questions.answered("2-2", false, "ada");
    assertThat(second.get()).isEqualTo(denied("by ada"));
    assertThat(first).isNotDone();
    questions.answered("2-1", true, "ada");
    assertThat(first.get()).isEqualTo(ALLOWED);
  }

  @Test
  void nobody_answers_in_time() throws Exception {
    patience = Duration.ofMillis(20);
    questions = questions(ATTEMPT);
    questions.hear();
    assertThat(ask("make").get()).isEqualTo(denied("nobody answered within PT0.02S"));
    log.next();
    assertThat(log.next())
        .isEqualTo(
            new EventBody.ApprovalAnswered(
                "2-1", false, false, Optional.of("nobody answered within PT0.02S")));
  }

  @Test
  void an_answer_in_the_last_moment_counts() throws Exception {
    patience = Duration.ofMillis(20);
    log.somebodyWasQuicker = true;
    questions = questions(ATTEMPT);
    questions.hear();
    var answer = ask("make");
    log.next();
    log.next();
    assertThat(answer).isNotDone();
    questions.answered("2-1", true, "ada");
    assertThat(answer.get()).isEqualTo(ALLOWED);
  }

  @Test
  void what_nobody_asks_any_more_is_told_and_the_agent_goes_without() throws Exception {
    var answer = ask("make");
    log.next();
    questions.withdraw("the task was stopped");
    assertThat(answer.get()).isEqualTo(WITHDRAWN);
    assertThat(log.next())
        .isEqualTo(
            new EventBody.ApprovalAnswered(
                "2-1", false, false, Optional.of("the task was stopped")));
    assertThat(ask("make").get()).as("between two turns").isEqualTo(WITHDRAWN);
    assertThat(log.events).isEmpty();
  }

  @Test
  void an_answer_from_before_the_agent_was_lost_counts_once() throws Exception {
    var before =
        new Approval(
            "2-1",
            "c1",
            "execute",
            "make",
            "[]",
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.of(new Approval.Answer(true, "ada")));
    questions = questions(with(before));
    questions.hear();
    assertThat(ask("make").get()).isEqualTo(ALLOWED);
    assertThat(log.next())
        .isEqualTo(
            new EventBody.PermissionAnswered("c1", "make", true, "ada, before the agent was lost"));

    var again = ask("make");
    assertThat(log.next()).isInstanceOf(EventBody.ApprovalAsked.class);
    questions.answered("2-2", true, "bob");
    assertThat(again.get()).isEqualTo(ALLOWED);
  }

  @Test
  void a_flood_of_questions_is_not_put_to_anybody() throws Exception {
    for (var n = 1; n <= 16; n++) {
      var _ = ask("make " + n);
      log.next();
    }
    assertThat(ask("make 17").get()).isEqualTo(WITHDRAWN);
    questions.withdraw("over");
  }

  @Test
  void what_is_secret_is_shown_to_nobody() throws Exception {
    var answer = ask("curl -u " + SECRET.reveal());
    assertThat(log.next().toString()).contains("curl -u ***").doesNotContain(SECRET.reveal());
    questions.withdraw("over");
    answer.get();
  }

  @Test
  void a_list_of_the_repository_s_does_not_answer_for_the_operator() throws Exception {
    questions.follow(new CommandPolicy(CommandPolicy.Level.ALLOW_LIST, List.of("make")));
    assertThat(ask("curl").get())
        .isEqualTo(denied("it is not on the list of what is allowed here"));
    log.next();
    var make = ask("make");
    assertThat(log.next()).isInstanceOf(EventBody.ApprovalAsked.class);
    questions.answered("2-1", true, "ada");
    assertThat(make.get()).isEqualTo(ALLOWED);
  }

  private Questions questions(Attempt attempt) {
    var operator = new CommandPolicy(CommandPolicy.Level.ASK, List.of());
    var terms = new Questions.Terms(operator, patience, List::of, new Secrets(List.of(SECRET)));
    return new Questions(attempt, terms, log, clock);
  }

  private static Attempt with(Approval answered) {
    var approvals = new Approvals(List.of(answered), 1, Duration.ZERO, Optional.empty());
    return new Attempt(
        ATTEMPT.id(),
        ATTEMPT.state(),
        ATTEMPT.turn(),
        ATTEMPT.putBacks(),
        ATTEMPT.queuedAt(),
        ATTEMPT.endedAt(),
        ATTEMPT.baseCommit(),
        ATTEMPT.phases(),
        approvals,
        ATTEMPT.usage(),
        ATTEMPT.raised(),
        ATTEMPT.result(),
        ATTEMPT.outcome());
  }

  /// Without an input the title is the subject.
  private CompletableFuture<PermissionAnswer> ask(String command) {
    return asking(
        new PermissionRequest(
            "c1", command, ToolKind.EXECUTE, Optional.empty(), List.of(), PermissionRequest.ONCE));
  }

  private CompletableFuture<PermissionAnswer> asking(PermissionRequest request) {
    var answer = new CompletableFuture<PermissionAnswer>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            answer.complete(questions.answer(request, log.events::add));
          } catch (InterruptedException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static PermissionAnswer denied(String reason) {
    return new PermissionAnswer.Selected("reject", Optional.of(reason));
  }

  private static final class OnRecord implements Questions.Log {
    private final BlockingQueue<EventBody> events = new LinkedBlockingQueue<>();
    private volatile boolean somebodyWasQuicker;

    EventBody next() throws InterruptedException {
      var next = events.poll(10, TimeUnit.SECONDS);
      assertThat(next).as("something on record").isNotNull();
      return next;
    }

    @Override
    public void commit(EventBody body) {
      events.add(body);
    }

    @Override
    public boolean answer(EventBody.ApprovalAnswered body) {
      events.add(body);
      return !somebodyWasQuicker;
    }
  }
}
