package drydock.engine.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final SynchronousQueue<String> steps = new SynchronousQueue<>();
  private final AtomicInteger taken = new AtomicInteger();

  @Test
  void what_is_asked_for_while_it_rests_is_done_once_afterwards() throws Exception {
    try (var pace = new Pace(Duration.ofMillis(1), this::step)) {
      pace.soon();
      assertThat(steps.poll(10, TimeUnit.SECONDS)).isEqualTo("step");
      pace.soon();
      assertThat(steps.poll(10, TimeUnit.SECONDS)).isEqualTo("step");
    }
    assertThat(taken).hasValue(2);
  }

  @Test
  void who_closes_it_waits_for_the_step_that_runs() throws Exception {
    var begun = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var pace =
        new Pace(
            Duration.ofMillis(1),
            () -> {
              begun.countDown();
              awaitUninterruptibly(release);
              taken.incrementAndGet();
            });
    pace.soon();
    begun.await();

    var closing = CompletableFuture.runAsync(pace::close);
    assertThat(closing).isNotDone();
    release.countDown();
    closing.get(10, TimeUnit.SECONDS);

    assertThat(taken).hasValue(1);
  }

  @Test
  void what_ends_before_the_first_pause_is_over_is_never_done() {
    var pace = new Pace(Duration.ofDays(1), taken::incrementAndGet);

    pace.soon();
    pace.close();

    assertThat(taken).hasValue(0);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void step() {
    try {
      taken.incrementAndGet();
      steps.put("step");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
