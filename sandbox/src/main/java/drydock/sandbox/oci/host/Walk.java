package drydock.sandbox.oci.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Whether a sandbox's user can walk to a folder of the host, which overlays and the root
/// filesystem need: their mounts are made by that user.
public record Walk(Identity identity) {
  /// @return one line that says what stands in the way, and what to do
  public Optional<String> obstacle(Path to) {
    try {
      var path = to.toRealPath();
      for (var folder = path; folder != null; folder = folder.getParent()) {
        var attributes = Files.readAttributes(folder, "unix:mode,uid,gid");
        // An ordinary user's sandboxes have what it has, its groups too.
        if (identity.rootless() ? !Files.isExecutable(folder) : !lets(attributes)) {
          return Optional.of(
              "%s (mode %o) keeps the sandboxes' user out of %s: chmod o+x %s, or use another place"
                  .formatted(folder, mode(attributes) & 07777, to, folder));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(to + " cannot be reached: " + e);
    }
  }

  private boolean lets(Map<String, Object> attributes) {
    int bits =
        attributes.get("uid") instanceof Integer uid && uid == identity.uid()
            ? 0100
            : attributes.get("gid") instanceof Integer gid && gid == identity.gid() ? 0010 : 0001;
    return (mode(attributes) & bits) != 0;
  }

  private static int mode(Map<String, Object> attributes) {
    return attributes.get("mode") instanceof Integer mode ? mode : 0;
  }
}
