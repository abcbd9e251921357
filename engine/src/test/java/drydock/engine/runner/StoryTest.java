package drydock.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.secret.Secrets;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StoryTest {
  private static final AttemptId ID = new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1);
  private static final int MANY = 5_000;

  private final Semaphore commits = new Semaphore(0);
  private final ConcurrentLinkedQueue<EventBody> written = new ConcurrentLinkedQueue<>();

  @Test
  void who_tells_faster_than_it_can_be_written_waits_and_nothing_is_lost() throws Exception {
    var story = story();
    var told = new AtomicInteger();
    var teller =
        Thread.ofVirtual()
            .start(() -> {
              for (var i = 0; i < MANY; i++) {
                story.tell(new EventBody.Noted("n" + i));
                told.incrementAndGet();
              }
            });

    assertThat(teller.join(Duration.ofMillis(300))).isFalse();
    assertThat(told.get()).isLessThan(1_000);

    commits.release(MANY);
    assertThat(teller.join(Duration.ofSeconds(20))).isTrue();
    story.close();
    assertThat(written).hasSize(MANY);
  }

  @Test
  void nobody_waits_for_a_story_that_is_over() {
    var story = story();
    commits.release(MANY);
    story.close();

    for (var i = 0; i < 1_000; i++) {
      story.tell(new EventBody.Noted("late"));
    }
    assertThat(written).isEmpty();
  }

  private Story story() {
    return new Story(
        new SlowJournal(), new Lease(ID, "n", 1, Instant.MAX), new Secrets(), () -> {});
  }

  private final class SlowJournal implements Journal {
    @Override
    public List<Event> append(
        AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies) {
      commits.acquireUninterruptibly();
      written.addAll(bodies);
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
