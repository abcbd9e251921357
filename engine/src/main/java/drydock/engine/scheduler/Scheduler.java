package drydock.engine.scheduler;

import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.port.Queue;
import drydock.domain.port.Tasks;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leases what waits to this node while there is room, keeps the leases alive, and puts back what
/// died. Never ends a running attempt. Thread safe.
public final class Scheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration GIVING_UP = Duration.ofSeconds(10);

  /// An attempt that crashes this often in a row would crash for ever.
  private static final int CRASHES = 3;

  /// Carries a leased attempt through; [#lost] tells it, from another thread, that it must stop and
  /// write nothing more.
  public interface Work {
    void run(Lease lease);

    void lost(AttemptId attempt);
  }

  private final Tasks tasks;
  private final Journal journal;
  private final Queue queue;
  private final InstantSource clock;
  private final Node node;
  private final Work work;
  private final Map<AttemptId, Lease> held = new ConcurrentHashMap<>();
  private final Map<AttemptId, Integer> crashes = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  /// @param name of this server's machine within the installation
  /// @param obstacle why this machine begins nothing new just now; none = it does
  public record Node(String name, int capacity, Supplier<Optional<String>> obstacle) {}

  public Scheduler(
      Tasks tasks, Journal journal, Queue queue, InstantSource clock, Node node, Work work) {
    this.tasks = tasks;
    this.journal = journal;
    this.queue = queue;
    this.clock = clock;
    this.node = node;
    this.work = work;
  }

  /// Puts back what a former self of this node left, then begins.
  public void start() {
    queue.leftBy(node.name()).forEach(l -> putBack(l, "the server was restarted while it ran"));
    Thread.ofVirtual().name("scheduler").start(() -> repeat(this::tick));
    Thread.ofVirtual().name("heartbeat").start(() -> repeat(this::beat));
  }

  public int running() {
    return held.size();
  }

  /// Why nothing new is begun here; none if it is.
  public Optional<String> obstacle() {
    return node.obstacle().get();
  }

  public boolean holds(AttemptId attempt) {
    return held.containsKey(attempt);
  }

  /// Takes no more work, and waits for what runs.
  ///
  /// @return whether all of it ended in time
  public boolean drain(Duration atMost) throws InterruptedException {
    open = false;
    var end = clock.instant().plus(atMost);
    synchronized (held) {
      while (!held.isEmpty() && clock.instant().isBefore(end)) {
        held.wait(200);
      }
    }
    return held.isEmpty();
  }

  /// What still runs here is given up: it goes on where the queue is served next.
  @Override
  public void close() {
    open = false;
    held.keySet().forEach(work::lost);
    try {
      if (!drain(GIVING_UP)) {
        LOG.warn("some attempts did not stop: their sandboxes are swept at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  /// A failing database must not end the loop: it may come back.
  private void repeat(Step step) {
    while (open || !held.isEmpty()) {
      try {
        step.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (!open) {
          return;
        }
        LOG.warn("the scheduler could not go on, trying again: {}", e.toString());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() throws InterruptedException {
    if (!open) {
      Thread.sleep(HEARTBEAT);
      return;
    }
    // What runs here is not abandoned, even if the database or the machine slept past its lease.
    queue.abandoned(clock.instant()).stream()
        .filter(left -> !holds(left.attempt()))
        .forEach(left -> putBack(left, "the server that ran it is gone"));
    leaseWhatFits();
    queue.await(HEARTBEAT);
  }

  /// One thread at a time, or two would both take the last place.
  private synchronized void leaseWhatFits() {
    var free = node.capacity() - held.size();
    if (free <= 0 || obstacle().isPresent()) {
      return;
    }
    for (var attempt : order()) {
      if (free == 0 || !open) {
        return;
      }
      if (holds(attempt)) {
        // Its last turn is being put away still: two of one attempt would share a workspace.
        continue;
      }
      var lease = queue.acquire(attempt, node.name(), clock.instant().plus(LEASE));
      if (lease.isPresent()) {
        begin(lease.get());
        free--;
      }
    }
  }

  /// The queue, in the order in which it will start.
  public List<AttemptId> order() {
    var load = new HashMap<String, Integer>();
    for (var lease : queue.running(clock.instant())) {
      tasks
          .find(lease.attempt().task())
          .ifPresent(task -> load.merge(task.actor().name(), 1, Integer::sum));
    }
    return Decision.order(queue.waiting(), load);
  }

  private void begin(Lease lease) {
    held.put(lease.attempt(), lease);
    Thread.ofVirtual().name("attempt-" + lease.attempt()).start(() -> carry(lease));
  }

  private void carry(Lease lease) {
    var crashed = true;
    try {
      work.run(lease);
      crashed = false;
      crashes.remove(lease.attempt());
      if (!open) {
        handBack(lease);
      }
    } catch (RuntimeException | Error e) {
      LOG.error("attempt {} crashed", lease.attempt(), e);
    } finally {
      if (!crashed || isHopeless(lease)) {
        release(Optional.ofNullable(held.get(lease.attempt())).orElse(lease));
      }
      held.remove(lease.attempt());
      synchronized (held) {
        held.notifyAll();
      }
      wake();
    }
  }

  /// A crashed attempt is tried again when its lease has run out, which is pause enough; one that
  /// crashes again and again is ended.
  private boolean isHopeless(Lease lease) {
    if (crashes.merge(lease.attempt(), 1, Integer::sum) < CRASHES) {
      return false;
    }
    crashes.remove(lease.attempt());
    try {
      journal.append(
          lease.attempt(),
          Actor.SYSTEM,
          Optional.of(lease),
          List.of(
              new EventBody.Ended(
                  new Outcome.Failed(
                      Cause.INTERNAL,
                      "something in Drydock itself went wrong, "
                          + CRASHES
                          + " times in a row; the server's log has the details of "
                          + lease.attempt(),
                      Phase.QUEUE,
                      ""))));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} could not be ended: {}", lease.attempt(), e.toString());
      return false;
    }
  }

  private void release(Lease lease) {
    try {
      queue.release(lease);
    } catch (RuntimeException e) {
      LOG.warn("the lease of {} runs out by itself: {}", lease.attempt(), e.toString());
    }
  }

  /// A place came free: no need to wait for the next turn of the loop.
  private void wake() {
    try {
      if (open) {
        leaseWhatFits();
      }
    } catch (RuntimeException e) {
      LOG.debug("left to the loop", e);
    }
  }

  private void beat() throws InterruptedException {
    Thread.sleep(HEARTBEAT);
    for (var lease : held.values()) {
      var renewed = queue.renew(lease, clock.instant().plus(LEASE));
      if (renewed.isPresent()) {
        held.computeIfPresent(lease.attempt(), (_, _) -> renewed.get());
      } else if (held.containsKey(lease.attempt())) {
        work.lost(lease.attempt());
      }
    }
  }

  /// A person may answer its agent at that very moment, which moves it: then it is looked at again.
  private void putBack(Queue.Left left, String why) {
    for (var tries = 1; ; tries++) {
      try {
        putBackAsItIs(left, why);
        return;
      } catch (IllegalStateException e) {
        if (tries == 3) {
          throw e;
        }
      }
    }
  }

  private void putBackAsItIs(Queue.Left left, String why) {
    var attempt = left.attempt();
    var said = journal.latest(attempt);
    var heartbeat = left.until().map(until -> until.minus(LEASE));
    find(attempt)
        .map(found -> PutBack.decide(found, PutBack.seen(said, heartbeat, clock.instant()), why))
        .filter(bodies -> !bodies.isEmpty())
        .ifPresent(bodies -> journal.append(attempt, Actor.SYSTEM, Optional.empty(), bodies));
  }

  /// What was stopped because we are is queued by whoever stopped us: nothing is wrong with it.
  private void handBack(Lease lease) {
    try {
      find(lease.attempt())
          .map(Attempt::state)
          .filter(state -> !state.isEnded() && state != State.QUEUED)
          .map(state ->
              new EventBody.StateChanged(
                  state, State.QUEUED, Optional.of("the server was stopped while it ran")))
          .ifPresent(back ->
              journal.append(lease.attempt(), Actor.OPERATOR, Optional.of(lease), List.of(back)));
    } catch (RuntimeException e) {
      LOG.warn("{} is put back when the server is: {}", lease.attempt(), e.toString());
    }
  }

  private Optional<Attempt> find(AttemptId attempt) {
    return tasks.find(attempt.task()).map(task -> task.attempt(attempt.number()));
  }
}
