package drydock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class NamedLocksTest {
  private final NamedLocks locks = new NamedLocks();
  private int counted;

  @Test
  void of_many_one_holds_a_name_and_nothing_is_kept_of_it() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 1_000; i++) {
        threads.execute(() -> {
          try (var _ = locks.lock("a")) {
            counted = counted + 1;
          }
        });
      }
    }
    assertThat(counted).isEqualTo(1_000);
    assertThat(locks.size()).isZero();
  }

  @Test
  void another_name_does_not_wait_and_who_waits_may_be_interrupted() throws Exception {
    var gaveUp = new CountDownLatch(1);
    try (var _ = locks.lock("a");
        var _ = locks.lock("b")) {
      var second =
          Thread.ofVirtual()
              .start(() -> {
                try (var _ = locks.lockInterruptibly("a")) {
                  throw new AssertionError("two hold it");
                } catch (InterruptedException _) {
                  gaveUp.countDown();
                }
              });
      second.interrupt();
      assertThat(second.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(gaveUp.getCount()).isZero();
    assertThat(locks.size()).isZero();
  }
}
