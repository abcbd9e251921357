package drydock.engine.runner.approval;

import drydock.acp.PermissionAnswer;
import drydock.acp.PermissionRequest;
import drydock.domain.event.EventBody;
import drydock.domain.port.Rules.Rule;
import drydock.domain.secret.Secrets;
import drydock.domain.task.Approval;
import drydock.domain.task.Attempt;
import drydock.engine.runner.output.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the agent asks in one carrying of an attempt, and who answers: a policy, an answer from
/// before its agent was lost, a person, or the clock. Thread safe.
public final class Questions {
  /// More at once than anybody would answer.
  private static final int MOST_OPEN = 16;

  private final Attempt attempt;
  private final Terms terms;
  private final Log log;
  private final TimeLimit clock;
  private final Map<String, Question> open = new LinkedHashMap<>();
  private final List<Approval> answeredBefore;
  private int asked;
  private boolean heard;
  private Policies policies;

  /// @param patience how long a person has
  /// @param remembered of the repository, as they are now
  public record Terms(
      CommandPolicy operator,
      Duration patience,
      Supplier<List<Rule>> remembered,
      Secrets secrets) {}

  /// Where questions and answers are put on record.
  public interface Log {
    /// Told by the agent, and committed when it returns.
    void commit(EventBody body);

    /// Committed when it returns.
    ///
    /// @return false if there is nothing to answer any more: somebody was quicker, or nothing may
    ///   be written
    boolean answer(EventBody.ApprovalAnswered body);
  }

  private record Question(String id, BlockingQueue<Answer> answer) {}

  private sealed interface Answer {
    record Given(boolean allowed, String reason) implements Answer {}

    /// Nobody asks any more.
    record Withdrawn() implements Answer {}
  }

  /// @param clock stands still while a person is waited for
  public Questions(Attempt attempt, Terms terms, Log log, TimeLimit clock) {
    this.attempt = attempt;
    this.terms = terms;
    this.log = log;
    this.clock = clock;
    this.asked = attempt.approvals().asked();
    this.answeredBefore = new ArrayList<>(attempt.approvals().answered());
    this.policies = new Policies(terms.operator(), CommandPolicy.OPEN);
  }

  /// From now on the repository has a say too.
  public synchronized void follow(CommandPolicy repository) {
    policies = new Policies(terms.operator(), repository);
  }

  public synchronized Policies policies() {
    return policies;
  }

  /// A turn runs from now on: what is asked is heard.
  public synchronized void hear() {
    heard = true;
  }

  /// Whoever asked is gone, or its turn is over: nothing more is asked.
  ///
  /// @param why for people
  public synchronized void withdraw(String why) {
    heard = false;
    for (var id : List.copyOf(open.keySet())) {
      log.answer(new EventBody.ApprovalAnswered(id, false, false, Optional.of(why)));
      settle(id, new Answer.Withdrawn());
    }
  }

  /// A person's answer came, which is on record.
  public synchronized void answered(String id, boolean allowed, String by) {
    settle(id, new Answer.Given(allowed, "by " + by));
  }

  /// The answer, waited for if need be.
  ///
  /// @param tell takes what was answered without a person
  public PermissionAnswer answer(PermissionRequest request, Consumer<EventBody> tell)
      throws InterruptedException {
    var wish = Wish.of(request, terms.secrets());
    var both = policies();
    return switch (both.judge(wish, both.isOpen() ? List.of() : terms.remembered().get())) {
      case Verdict.Allowed(var by) -> told(request, request.allow(), by, tell);
      case Verdict.Denied(var by) -> told(request, request.reject(by), by, tell);
      case Verdict.Asked() -> {
        var before = before(wish);
        yield before.isPresent() ? repeated(request, before.get(), tell) : asked(request, wish);
      }
    };
  }

  private static PermissionAnswer told(
      PermissionRequest request, PermissionAnswer answer, String by, Consumer<EventBody> tell) {
    tell.accept(
        new EventBody.PermissionAnswered(
            Texts.head(request.call(), 200),
            Texts.head(request.title(), 1000),
            request.isAllowedBy(answer),
            by));
    return answer;
  }

  private static PermissionAnswer repeated(
      PermissionRequest request, Approval.Answer before, Consumer<EventBody> tell) {
    var by = before.by() + ", before the agent was lost";
    return told(request, before.allowed() ? request.allow() : request.reject("by " + by), by, tell);
  }

  private PermissionAnswer asked(PermissionRequest request, Wish wish) throws InterruptedException {
    var question = ask(wish);
    if (question.isEmpty()) {
      return new PermissionAnswer.Cancelled();
    }
    return switch (await(question.get())) {
      case Answer.Given(var allowed, var reason) ->
          allowed ? request.allow() : request.reject(reason);
      case Answer.Withdrawn() -> new PermissionAnswer.Cancelled();
    };
  }

  /// What was answered when the agent that had asked was gone counts for the next who asks the
  /// same: once.
  private synchronized Optional<Approval.Answer> before(Wish wish) {
    var found = answeredBefore.stream().filter(wish::isOf).findFirst();
    found.ifPresent(answeredBefore::remove);
    return found.flatMap(Approval::answer);
  }

  /// @return none if nobody is to be asked now
  private synchronized Optional<Question> ask(Wish wish) {
    if (!heard || open.size() >= MOST_OPEN) {
      return Optional.empty();
    }
    var id = attempt.id().number() + "-" + (asked + 1);
    log.commit(
        new EventBody.ApprovalAsked(
            id, wish.call(), wish.kind().wire(), wish.subject(), wish.input(), terms.patience()));
    asked++;
    var question = new Question(id, new ArrayBlockingQueue<>(1));
    open.put(id, question);
    clock.stand();
    return Optional.of(question);
  }

  private Answer await(Question question) throws InterruptedException {
    var answer = question.answer().poll(terms.patience().toMillis(), TimeUnit.MILLISECONDS);
    if (answer != null) {
      return answer;
    }
    var why = "nobody answered within " + terms.patience();
    if (log.answer(new EventBody.ApprovalAnswered(question.id(), false, false, Optional.of(why)))) {
      settle(question.id(), new Answer.Given(false, why));
    }
    // Else somebody answered in the last moment, which is on its way.
    return question.answer().take();
  }

  private synchronized void settle(String id, Answer answer) {
    var question = open.remove(id);
    if (question != null) {
      question.answer().add(answer);
    }
    if (open.isEmpty()) {
      clock.go();
    }
  }
}
