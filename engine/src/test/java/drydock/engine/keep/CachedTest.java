package drydock.engine.keep;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.keep.Removed.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedTest {
  private static final Cached OLD = cached("old", 1, 100);
  private static final Cached MIDDLE = cached("middle", 2, 10);
  private static final Cached NEW = cached("new", 3, 50);
  private static final List<Cached> ALL = List.of(NEW, OLD, MIDDLE);

  private static Cached cached(String name, int second, long bytes) {
    return new Cached(Kind.CHECKOUT, Path.of(name), Instant.ofEpochSecond(second), bytes);
  }

  @Test
  void the_least_recently_used_go_until_the_rest_fits() {
    assertThat(Cached.beyond(160, ALL)).isEmpty();
    assertThat(Cached.beyond(159, ALL)).containsExactly(OLD);
    assertThat(Cached.beyond(55, ALL)).containsExactly(OLD, MIDDLE);
    assertThat(Cached.beyond(1, ALL)).containsExactly(OLD, MIDDLE, NEW);
  }
}
