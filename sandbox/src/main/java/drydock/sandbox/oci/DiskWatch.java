package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Adds up what a sandbox has written and ends it when that is more than it may. A sandbox can
/// write more than its limit within the second between two looks.
final class DiskWatch {
  private static final Pattern LINE = Pattern.compile("(?m)^(\\d+)\t");

  private final OciSandbox sandbox;
  private final List<Path> places;
  private final long limit;

  DiskWatch(OciSandbox sandbox, List<Path> places, long limit) {
    this.sandbox = sandbox;
    this.places = places;
    this.limit = limit;
  }

  /// Until the sandbox ends.
  void start() {
    if (!places.isEmpty()) {
      Thread.ofVirtual().name("disk watch").start(this::watch);
    }
  }

  private void watch() {
    try {
      var pause = Duration.ofSeconds(1);
      while (sandbox.waitFor(pause).isEmpty()) {
        var before = System.nanoTime();
        if (bytes(places) > limit) {
          sandbox.end(Sandbox.Exit.Reason.DISK_LIMIT);
        }
        // A big tree takes long to add up: at most a tenth of the time goes into that.
        var took = Duration.ofNanos(System.nanoTime() - before);
        pause = Duration.ofSeconds(Math.max(1, took.multipliedBy(10).toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Blocks, not lengths: a sparse file takes what it holds. `du` follows no link, counts a file
  /// with several names once, and walks what is nested deeper than a path can say.
  static long bytes(List<Path> places) {
    var command = new ArrayList<>(List.of("du", "-sx", "--block-size=1", "--"));
    places.forEach(place -> command.add(place.toString()));
    return LINE.matcher(HostCommand.run(command).output())
        .results()
        .mapToLong(line -> Long.parseLong(line.group(1)))
        .sum();
  }
}
