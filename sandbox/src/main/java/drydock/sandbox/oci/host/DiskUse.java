package drydock.sandbox.oci.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What folders of [Identity#uid] take of the disk, whatever a sandbox did to their modes.
public record DiskUse(Identity identity) {
  private static final Pattern LINE = Pattern.compile("(\\d+)\t(/.*)");

  /// An ordinary user may list all that it owns as root in a user namespace of its own: unshare(1).
  private static final List<String> AS_ROOT = List.of("unshare", "--map-root-user");

  /// What a file that is not empty takes at least.
  private static final long BLOCK = 4096;

  /// Whether folders that their owner may not list are measured.
  public boolean seesAll() {
    return !identity.rootless() || HostCommand.run(with(AS_ROOT, List.of("true"))).ok();
  }

  /// Blocks, not lengths: a sparse file takes what it holds. What takes no block, an empty file or
  /// a link, counts as one, because a disk ends in names too. Places that are gone are left out.
  public Map<Path, Long> bytes(List<Path> places) {
    var bytes = sums("--block-size=1", places);
    sums("--inodes", places).forEach((place, n) -> bytes.merge(place, n * BLOCK, Math::max));
    return bytes;
  }

  /// `du` follows no link, counts a file with several names once, and walks what is nested deeper
  /// than a path can say.
  private Map<Path, Long> sums(String unit, List<Path> places) {
    var sums = new HashMap<Path, Long>();
    if (!places.isEmpty()) {
      var du = with(List.of("du", "-sx", unit, "--"), places.stream().map(Path::toString).toList());
      output(du)
          .lines()
          .map(LINE::matcher)
          .filter(line -> line.matches())
          .forEach(line -> sums.put(Path.of(line.group(2)), Long.valueOf(line.group(1))));
    }
    return sums;
  }

  private String output(List<String> command) {
    if (identity.rootless()) {
      var output = HostCommand.run(with(AS_ROOT, command)).output();
      if (!output.startsWith("unshare: ")) {
        return output;
      }
    }
    return HostCommand.run(command).output();
  }

  private static List<String> with(List<String> prefix, List<String> rest) {
    var all = new ArrayList<>(prefix);
    all.addAll(rest);
    return all;
  }
}
