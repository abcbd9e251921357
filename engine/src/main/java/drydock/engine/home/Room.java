package drydock.engine.home;

import drydock.sandbox.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The room on the disk of a home, and how little of it is too little to begin something new: what
/// runs already needs the rest, and so does the database. Thread safe.
///
/// @param home a folder that is there
/// @param floor in bytes; none = the larger of 1 GiB and a fiftieth of the disk
public record Room(Path home, Optional<Long> floor) {
  private static final long LEAST = 1L << 30;

  /// Enough to say what became of it.
  private static final long LITTLE = 16L << 20;

  private static final int PART = 50;

  /// @param free for this server's user
  public record Left(long free, long total, long floor) {
    public boolean isLittle() {
      return free < floor;
    }

    @Override
    public String toString() {
      return "%s free of %s".formatted(shown(free), shown(total));
    }
  }

  public Left left() {
    try {
      var disk = Files.getFileStore(home);
      var total = disk.getTotalSpace();
      return new Left(
          disk.getUsableSpace(), total, floor.orElseGet(() -> Math.max(LEAST, total / PART)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the disk of " + home, e);
    }
  }

  /// Why nothing new is begun; none if there is room.
  public Optional<String> obstacle() {
    var left = left();
    return left.isLittle()
        ? Optional.of(
            "the disk is nearly full, %s: it goes on with more than %s free"
                .formatted(left, shown(left.floor())))
        : Optional.empty();
  }

  /// The limits of a sandbox that begins now: what it may write leaves the floor free, as far as
  /// nothing else writes.
  public Limits within(Limits limits) {
    var left = left();
    return new Limits(
        limits.memoryBytes(),
        limits.cpus(),
        limits.pids(),
        Math.min(limits.diskBytes(), Math.max(LITTLE, left.free() - left.floor())));
  }

  /// `312 MB`, `1.5 GB`.
  public static String shown(long bytes) {
    return bytes < 1_000_000_000
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
