package drydock.git;

import drydock.domain.network.Uplink;
import drydock.git.process.GitSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A place for a test: a repository `origin`, mirrors, and a checkout of its HEAD in `base` that
/// overlays are laid upon.
final class Bench {
  final Path place;
  final Mirrors mirrors;
  final GitSettings settings;

  Bench(Path place) {
    this.place = place;
    var home = place.resolve("home");
    this.settings =
        new GitSettings(
            home,
            Uplink.DIRECT,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(60));
    this.mirrors = new Mirrors(place.resolve("mirrors"), settings);
  }

  /// Makes `origin` by a script that runs in it; what is there is committed.
  Mirror origin(String script) {
    Shell.run(
        place,
        """
        git init -q -b main origin && cd origin
        %s
        git add -Af . && git commit -qm 'First commit'
        """
            .formatted(script));
    return mirrors.ofUrl(place.resolve("origin").toString(), Optional.empty(), LocalPaths.ALLOWED);
  }

  /// Changes a checkout of HEAD by a script, through an overlay.
  Tree changed(Mirror mirror, String script) {
    var base = mirror.resolve(Optional.empty());
    mirror.checkout(base, place.resolve("base"));
    Shell.inOverlay(place, "base", script);
    return mirror.snapshot(
        base, new ChangedFolder(place.resolve("upper"), ChangedFolder.Kind.OVERLAY_UPPER));
  }

  Diff diff(Mirror mirror, Tree tree) {
    return mirror.diff(mirror.resolve(Optional.empty()), tree);
  }

  /// The files that a fresh clone has with the patch applied; one line each: mode, hash, name.
  String patched(Mirror mirror, Tree tree) {
    try (var patch = Files.newOutputStream(place.resolve("diff.patch"))) {
      diff(mirror, tree).writePatch(patch);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Shell.run(
        place,
        """
        rm -rf fresh && git clone -q origin fresh && cd fresh
        test ! -s ../diff.patch || git apply --index ../diff.patch
        """);
    return listing("fresh");
  }

  /// As [#patched], of a folder; `.git` is left out, as are folders without files.
  String listing(String folder) {
    return Shell.run(
        place.resolve(folder),
        """
        find . -name .git -prune -o \\( -type f -o -type l \\) -print0 | sort -z |
        while IFS= read -r -d '' name; do
          if [ -L "$name" ]; then printf 'link %q -> %q\\n' "$name" "$(readlink "$name")"
          else
            [ -x "$name" ] && mode=755 || mode=644
            [ $(stat -c %a "$name") -ge 700 ] && mode=755 || mode=644
            printf '%s %s %q\\n' $mode "$(sha1sum < "$name" | cut -c1-8)" "$name"
          fi
        done
        """);
  }
}
