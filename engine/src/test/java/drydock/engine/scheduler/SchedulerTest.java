package drydock.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.port.Queue;
import drydock.domain.port.Tasks;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Cause;
import drydock.domain.task.Mode;
import drydock.domain.task.Outcome;
import drydock.domain.task.Request;
import drydock.domain.task.Source;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SchedulerTest {
  private static final Instant NOON = Instant.parse("2026-05-17T12:00:00Z");
  private static final AttemptId ID = new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1);

  private final OneAttempt queue = new OneAttempt();
  private final BlockingQueue<EventBody> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Lease> begun = new LinkedBlockingQueue<>();
  private final CountDownLatch finish = new CountDownLatch(1);
  private volatile boolean crashing;
  private volatile Optional<String> obstacle = Optional.empty();

  private final Scheduler scheduler =
      new Scheduler(
          new OneTask(),
          new Told(),
          queue,
          InstantSource.fixed(NOON),
          new Scheduler.Node("here", 4, () -> obstacle),
          new Scheduler.Work() {
            @Override
            public void run(Lease lease) {
              begun.add(lease);
              if (crashing) {
                throw new IllegalStateException("a crash for the test");
              }
              awaited(finish);
            }

            @Override
            public void lost(AttemptId attempt) {}
          });

  @AfterEach
  void close() {
    finish.countDown();
    scheduler.close();
  }

  @Test
  void what_runs_here_is_not_begun_again_when_its_lease_ran_out_unseen() throws Exception {
    scheduler.start();
    assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();

    queue.leaseRunsOut();
    queue.rounds(2);

    assertThat(told).isEmpty();
    assertThat(begun).isEmpty();
  }

  @Test
  void nothing_is_begun_while_something_stands_in_the_way() throws Exception {
    obstacle = Optional.of("the disk is nearly full");
    scheduler.start();
    queue.rounds(2);
    assertThat(begun).isEmpty();

    obstacle = Optional.empty();
    queue.rounds(1);
    assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void a_crash_is_tried_again_when_the_lease_has_run_out_and_the_third_one_ends_the_attempt()
      throws Exception {
    crashing = true;
    scheduler.start();
    for (var crash = 1; crash < 3; crash++) {
      assertThat(begun.poll(10, TimeUnit.SECONDS)).isNotNull();
      queue.rounds(2);
      assertThat(begun).isEmpty();
      assertThat(told).isEmpty();
      queue.leaseRunsOut();
    }

    assertThat(told.poll(10, TimeUnit.SECONDS))
        .isInstanceOfSatisfying(
            EventBody.Ended.class,
            ended ->
                assertThat(ended.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(Cause.INTERNAL)));
    assertThat(queue.released.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One attempt waits; what is leased and not released waits again when its lease runs out.
  private static final class OneAttempt implements Queue {
    private final Semaphore turns = new Semaphore(0);
    private final Semaphore turned = new Semaphore(0);
    private final Semaphore released = new Semaphore(0);
    private boolean leased;
    private long fence;

    synchronized void leaseRunsOut() {
      leased = false;
      turns.release();
    }

    /// Lets the scheduler look this often.
    void rounds(int count) throws InterruptedException {
      turned.drainPermits();
      turns.release(count + 1);
      assertThat(turned.tryAcquire(count, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public synchronized List<Waiting> waiting() {
      return leased || released.availablePermits() > 0
          ? List.of()
          : List.of(new Waiting(ID, "ann", NOON));
    }

    @Override
    public List<Lease> running(Instant now) {
      return List.of();
    }

    @Override
    public synchronized Optional<Lease> acquire(AttemptId attempt, String node, Instant until) {
      if (leased) {
        return Optional.empty();
      }
      leased = true;
      return Optional.of(new Lease(attempt, node, ++fence, until));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant until) {
      return Optional.of(lease);
    }

    @Override
    public void release(Lease lease) {
      released.release();
    }

    @Override
    public synchronized List<Left> abandoned(Instant now) {
      return fence > 0 && !leased ? List.of(new Left(ID, Optional.of(NOON))) : List.of();
    }

    @Override
    public List<Left> leftBy(String node) {
      return List.of();
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
      turned.release();
      turns.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static final class OneTask implements Tasks {
    private static final Task TASK =
        new Task(
            ID.task(),
            Actor.user("ann"),
            NOON,
            Optional.empty(),
            new Request(
                "p",
                Mode.CODE,
                new Source.Empty(),
                "drydock",
                ModelName.parse("scripted/m"),
                1,
                Optional.empty(),
                Optional.empty(),
                new Budget(
                    Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofHours(1)),
                List.of()),
            List.of(Attempt.queued(ID, NOON)));

    @Override
    public void create(Task task) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Task> find(TaskId id) {
      return Optional.of(TASK);
    }

    @Override
    public Optional<Attempt> again(TaskId id, Actor actor, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Page list(Filter filter, Optional<String> cursor, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Counts counts(Filter filter) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Watch watch() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(TaskId id) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Told implements Journal {
    @Override
    public List<Event> append(
        AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies) {
      told.addAll(bodies);
      return List.of();
    }

    @Override
    public Optional<Instant> latest(AttemptId attempt) {
      return Optional.empty();
    }

    @Override
    public long last(TaskId task) {
      return 0;
    }

    @Override
    public List<Event> read(TaskId task, long after, int limit) {
      return List.of();
    }

    @Override
    public List<Event> await(TaskId task, long after, int limit, Duration atMost) {
      return List.of();
    }
  }
}
