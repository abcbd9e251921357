package drydock.git;

import drydock.git.files.Entry;
import drydock.git.files.ErrnoException;
import drydock.git.files.Folder;
import drydock.git.files.Layer;
import drydock.git.files.RawPath;
import drydock.git.objects.ObjectId;
import drydock.git.objects.ObjectReader;
import drydock.git.objects.TreeEntry;
import drydock.git.objects.TreeEntry.Mode;
import drydock.git.process.GitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes of what a set-up left behind a layer that can lie on any checkout of the same commit: one
/// that holds untracked files only. Nothing may be mounted over the folder meanwhile.
public final class SetupLayer {
  private static final RawPath DOT_GIT = RawPath.of(".git");

  /// Paths that are named to people.
  private static final int MAX_NAMED = 200;

  private static final String OPAQUE = "user.overlay.opaque";

  private final ObjectReader objects;
  private final List<String> changed = new ArrayList<>();
  private int more;

  private SetupLayer(ObjectReader objects) {
    this.objects = objects;
  }

  /// Removes whatever stands for a tracked path (changed, replaced or deleted files) and `.git`.
  ///
  /// @return the tracked paths that the set-up had changed, for people
  public static List<String> seal(Mirror mirror, Commit base, ChangedFolder upper) {
    try (var objects = mirror.objects();
        var folder = Folder.open(upper.folder())) {
      var layer = new SetupLayer(objects);
      folder.entry(DOT_GIT).ifPresent(folder::remove);
      layer.folder(folder, RawPath.ROOT, objects.treeOf(base.id()), upper.layer());
      return layer.named();
    } catch (ErrnoException e) {
      throw new GitException(
          GitException.Cause.FAILED, "the set-up's layer cannot be sealed: " + e.getMessage(), e);
    }
  }

  private void folder(Folder folder, RawPath path, Map<RawPath, TreeEntry> base, Layer above) {
    var layer = above.of(folder);
    var entries = folder.entries();
    if (layer == Layer.REPLACES) {
      var gone = new HashSet<>(base.keySet());
      entries.forEach(entry -> gone.remove(entry.name()));
      gone.stream().sorted().forEach(name -> report(path.child(name)));
    }
    if (folder.attribute(OPAQUE).isPresent()) {
      folder.removeAttribute(OPAQUE);
    }
    for (var entry : entries) {
      var at = path.child(entry.name());
      var tracked = Optional.ofNullable(base.get(entry.name()));
      if (entry.kind() == Entry.Kind.WHITEOUT || isMarked(layer, folder, entry)) {
        tracked.ifPresent(_ -> report(at));
        folder.remove(entry);
      } else if (tracked.isPresent()) {
        tracked(folder, entry, at, tracked.get(), layer);
      }
    }
  }

  private void tracked(Folder parent, Entry entry, RawPath path, TreeEntry tracked, Layer layer) {
    if (entry.kind() == Entry.Kind.FOLDER && tracked.mode() == Mode.SUBMODULE) {
      return; // its files are not tracked by this repository
    }
    if (entry.kind() == Entry.Kind.FOLDER && tracked.mode() == Mode.TREE) {
      try (var folder = parent.folder(entry.name())) {
        folder(folder, path, objects.tree(tracked.id()), layer);
        if (!folder.entries().isEmpty()) {
          return;
        }
      }
    } else if (isChanged(parent, entry, tracked)) {
      report(path);
    }
    parent.remove(entry);
  }

  private static boolean isMarked(Layer layer, Folder folder, Entry entry) {
    return entry.kind() == Entry.Kind.FILE && layer.isWhiteout(folder, entry);
  }

  private static boolean isChanged(Folder parent, Entry entry, TreeEntry tracked) {
    return switch (entry.kind()) {
      case FILE -> {
        try (var file = parent.file(entry.name())) {
          var mode = entry.isExecutable() ? Mode.EXECUTABLE : Mode.FILE;
          yield mode != tracked.mode()
              || !tracked.id().equals(ObjectId.ofBlob(file, file.entry().bytes()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case LINK ->
          tracked.mode() != Mode.LINK
              || !tracked.id().equals(ObjectId.ofBlob(parent.link(entry.name())));
      case FOLDER, WHITEOUT, SPECIAL -> true;
    };
  }

  private void report(RawPath path) {
    if (changed.size() < MAX_NAMED) {
      changed.add(path.toString());
    } else {
      more++;
    }
  }

  private List<String> named() {
    if (more > 0) {
      changed.add("and " + more + " more");
    }
    return List.copyOf(changed);
  }
}
