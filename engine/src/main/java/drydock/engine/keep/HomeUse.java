package drydock.engine.keep;

import drydock.engine.home.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What lies in the home, by its kind. A walk over a large home takes long: it is done beside,
/// begun when somebody asks and the last one is old, and who asks is told of the last. Thread safe.
public final class HomeUse {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Home home;
  private final Function<List<Path>, Map<Path, Long>> sizes;
  private final InstantSource clock;
  private final AtomicBoolean walking = new AtomicBoolean();
  private volatile @Nullable Measured last;

  public enum Kind {
    DATABASE,
    MIRRORS,
    CHECKOUTS,
    SETUPS,
    WORKSPACES,
    CHECKPOINTS,
    UPLOADS,
    LOGS
  }

  /// @param bytes on the disk
  /// @param entries folders or files at its top
  public record Part(Kind kind, long bytes, int entries) {}

  public record Measured(Instant at, Duration took, List<Part> parts) {
    public Measured {
      parts = List.copyOf(parts);
    }
  }

  /// @param sizes of folders on the disk; those that are not there may be left out
  public HomeUse(Home home, Function<List<Path>, Map<Path, Long>> sizes, InstantSource clock) {
    this.home = home;
    this.sizes = sizes;
    this.clock = clock;
  }

  /// None before the first walk has ended.
  public Optional<Measured> latest() {
    var now = last;
    if ((now == null || now.at().plus(FRESH).isBefore(clock.instant()))
        && walking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("home-use").start(this::walk);
    }
    return Optional.ofNullable(now);
  }

  private void walk() {
    try {
      last = measured();
    } finally {
      walking.set(false);
    }
  }

  Measured measured() {
    var from = clock.instant();
    var parts = new ArrayList<Part>();
    for (var kind : Kind.values()) {
      var folder = folder(kind);
      var bytes = sizes.apply(List.of(folder)).getOrDefault(folder, 0L);
      parts.add(new Part(kind, bytes, Shelf.count(folder)));
    }
    var to = clock.instant();
    return new Measured(to, Duration.between(from, to), parts);
  }

  private Path folder(Kind kind) {
    return switch (kind) {
      case DATABASE -> home.db();
      case MIRRORS -> home.mirrors();
      case CHECKOUTS -> home.checkouts();
      case SETUPS -> home.layers();
      case WORKSPACES -> home.workspaces();
      case CHECKPOINTS -> home.checkpoints();
      case UPLOADS -> home.uploads();
      case LOGS -> home.logs();
    };
  }
}
