package drydock.engine.runner.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TimeLimitTest {
  private final CountDownLatch reached = new CountDownLatch(1);

  @Test
  void it_is_reached() throws InterruptedException {
    try (var limit = new TimeLimit(Duration.ofMillis(5), reached::countDown)) {
      limit.start();
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void what_is_over_already_is_reached_at_once() throws InterruptedException {
    try (var limit = new TimeLimit(Duration.ofSeconds(-1), reached::countDown)) {
      limit.start();
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void more_of_it_is_waited_for_too() throws InterruptedException {
    try (var limit = new TimeLimit(Duration.ofMillis(50), reached::countDown)) {
      limit.extend(Duration.ofMillis(400));
      limit.start();
      assertThat(reached.await(200, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void it_stands_still_and_goes_on() throws InterruptedException {
    try (var limit = new TimeLimit(Duration.ofMillis(20), reached::countDown)) {
      limit.stand();
      limit.start();
      assertThat(reached.await(100, TimeUnit.MILLISECONDS)).isFalse();
      limit.go();
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
