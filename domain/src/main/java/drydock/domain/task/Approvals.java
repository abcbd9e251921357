package drydock.domain.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What an attempt's agent asks people, as its log tells it. Pure.
///
/// @param all the open ones, and the answered ones whose calls are not over: the agent may not have
///   heard of the answer
/// @param asked how many there were so far; the next one's number is one more
/// @param waited for people, in this turn
/// @param since when it has been waiting; none if it is not
public record Approvals(List<Approval> all, int asked, Duration waited, Optional<Instant> since) {
  public static final Approvals NONE = new Approvals(List.of(), 0, Duration.ZERO, Optional.empty());

  /// An agent that never says that a call is over does not fill the log's snapshots.
  private static final int MOST = 32;

  public Approvals {
    all = List.copyOf(all);
  }

  public List<Approval> open() {
    return all.stream().filter(Approval::awaitsAnswer).toList();
  }

  public List<Approval> answered() {
    return all.stream().filter(each -> !each.awaitsAnswer()).toList();
  }

  public boolean waits() {
    return all.stream().anyMatch(Approval::awaitsAnswer);
  }

  public Approvals asked(Approval approval) {
    var more = new ArrayList<>(all);
    if (more.size() >= MOST) {
      answered().stream().findFirst().ifPresent(more::remove);
    }
    more.add(approval);
    return new Approvals(more, asked + 1, waited, since.or(() -> Optional.of(approval.askedAt())));
  }

  /// @throws IllegalStateException if it is not open: of two who answer at once, one is refused
  public Approvals answered(String id, Approval.Answer answer, Instant at) {
    requireOpen(id);
    var now =
        all.stream()
            .map(each -> each.id().equals(id) && each.awaitsAnswer() ? each.answered(answer) : each)
            .toList();
    return new Approvals(now, asked, waited, since).runningOn(at);
  }

  /// Nobody answered, or nobody asks any more: who asks the same again is not answered by that.
  ///
  /// @throws IllegalStateException if it is not open
  public Approvals withdrawn(String id, Instant at) {
    requireOpen(id);
    return without(each -> each.id().equals(id)).runningOn(at);
  }

  private void requireOpen(String id) {
    if (open().stream().noneMatch(each -> each.id().equals(id))) {
      throw new IllegalStateException("the approval " + id + " is not open");
    }
  }

  private Approvals runningOn(Instant at) {
    return waits() ? this : noLonger(at);
  }

  /// The tool call has come to its end: the agent had the answer.
  public Approvals over(String call) {
    return without(each -> !each.awaitsAnswer() && each.call().equals(call));
  }

  /// The agent's turn is over: it had all answers.
  public Approvals turnOver() {
    return without(each -> !each.awaitsAnswer());
  }

  /// Who asked is gone: nobody waits for an answer any more. Answers that were given are kept for
  /// whoever asks the same.
  ///
  /// @param seen when they were last heard of
  public Approvals cutOff(Instant seen) {
    return without(Approval::awaitsAnswer).noLonger(seen);
  }

  /// It waited until then, and no longer.
  public Approvals noLonger(Instant at) {
    var more = since.filter(at::isAfter).map(from -> Duration.between(from, at));
    return since.isEmpty()
        ? this
        : new Approvals(all, asked, waited.plus(more.orElse(Duration.ZERO)), Optional.empty());
  }

  public Approvals nextTurn() {
    return new Approvals(List.of(), asked, Duration.ZERO, Optional.empty());
  }

  private Approvals without(Predicate<Approval> which) {
    return all.stream().noneMatch(which)
        ? this
        : new Approvals(all.stream().filter(which.negate()).toList(), asked, waited, since);
  }
}
