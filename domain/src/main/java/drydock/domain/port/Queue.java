package drydock.domain.port;

import drydock.domain.task.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What waits to run, what runs, and who holds it. Several nodes may share one. Thread safe.
public interface Queue {
  /// Attempts in state QUEUED without a live lease, oldest first.
  List<Waiting> waiting();

  /// Attempts under a live lease, of all nodes.
  List<Lease> running(Instant now);

  /// Takes a queued attempt, unless another node was quicker or it is no longer queued. Waits for
  /// whoever writes to it just now.
  Optional<Lease> acquire(AttemptId attempt, String node, Instant until);

  /// The heartbeat.
  ///
  /// @return the renewed lease, or none if it is lost
  Optional<Lease> renew(Lease lease, Instant until);

  /// Gives the attempt up; idempotent.
  void release(Lease lease);

  /// Attempts that are neither ended nor queued, and whose lease has run out: somebody died. They
  /// are still to be put back into the queue, by an event.
  List<Left> abandoned(Instant now);

  /// As [#abandoned], but those that were last leased by this node, whether or not the lease has
  /// run out: what a server that has just started finds of its former self. What that one had
  /// leased and not begun waits in the queue again.
  List<Left> leftBy(String node);

  /// Waits until something was queued, or the time is up. Interruptible.
  void await(Duration atMost) throws InterruptedException;

  /// @param until the end of the last lease; none = its holder had given it up
  record Left(AttemptId attempt, Optional<Instant> until) {}

  record Waiting(AttemptId attempt, String actor, Instant since) {}
}
