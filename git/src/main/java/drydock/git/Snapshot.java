package drydock.git;

import drydock.git.files.Entry;
import drydock.git.files.ErrnoException;
import drydock.git.files.Folder;
import drydock.git.files.Layer;
import drydock.git.files.RawPath;
import drydock.git.objects.FastImport;
import drydock.git.objects.Names;
import drydock.git.objects.ObjectId;
import drydock.git.objects.ObjectReader;
import drydock.git.objects.TreeEntry;
import drydock.git.objects.TreeEntry.Mode;
import drydock.git.process.Git;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads what a task changed and writes it as a tree. Only folders that are in the upper folder are
/// looked at, on both sides, so the time depends on the change and not on the repository.
///
/// The folder's writer is hostile and may be at work: everything is reached by descriptor, no link
/// is followed, nothing but regular files is opened, no attribute, filter or hook is heard.
final class Snapshot implements AutoCloseable {
  static final long MAX_FILE_BYTES = 512L * 1024 * 1024;
  static final long MAX_TOTAL_BYTES = 4L * 1024 * 1024 * 1024;
  static final int MAX_FILES = 200_000;
  private static final int MAX_DEPTH = 200;

  /// A folder of ours with the same path must be possible: PATH_MAX is 4096.
  private static final int MAX_PATH_BYTES = 3000;

  private static final int IN_MEMORY_BYTES = 8 * 1024 * 1024;
  private static final int MAX_RULES_BYTES = 1024 * 1024;
  private static final RawPath RULES = RawPath.of(".gitignore");

  private final ObjectReader objects;
  private final FastImport edits;
  private final IgnoreRules ignore;
  private final Notes notes = new Notes();
  private long bytesLeft = MAX_TOTAL_BYTES;
  private final int maxFiles;
  private int filesLeft;

  /// @param maxFiles that are written, and that are looked at in one folder
  Snapshot(Git git, Path mirror, int maxFiles) {
    this.maxFiles = maxFiles;
    this.filesLeft = maxFiles;
    this.objects = new ObjectReader(git, mirror);
    this.edits = new FastImport(git, mirror, "refs/drydock/snapshot/" + UUID.randomUUID());
    this.ignore = new IgnoreRules(git, mirror);
  }

  Tree take(Commit base, ChangedFolder changed) {
    edits.commit(Optional.of(base.id()), "Snapshot");
    try (var folder = Folder.open(changed.folder())) {
      folder(folder, RawPath.ROOT, objects.treeOf(base.id()), changed.layer(), 0);
    }
    var tree = edits.tree();
    edits.finishWithoutRef();
    return new Tree(tree, notes.list());
  }

  private void folder(
      Folder folder, RawPath path, Map<RawPath, TreeEntry> base, Layer above, int depth) {
    var layer = above.of(folder);
    var entries = folder.entries(maxFiles);
    if (entries.size() == maxFiles) {
      notes.add(path, "holds very many files: some are left out");
    }
    rules(folder, path, base, layer);
    if (layer == Layer.REPLACES) {
      base.keySet().stream()
          .filter(name -> folder.entry(name).isEmpty())
          .map(path::child)
          .forEach(edits::delete);
    }
    for (var entry : entries) {
      var at = path.child(entry.name());
      if (!isRefused(entry, at, depth)) {
        try {
          entry(folder, entry, at, Optional.ofNullable(base.get(entry.name())), layer, depth);
        } catch (ErrnoException e) {
          unread(at, e);
        }
      }
    }
  }

  private void entry(
      Folder parent,
      Entry entry,
      RawPath path,
      Optional<TreeEntry> tracked,
      Layer layer,
      int depth) {
    switch (entry.kind()) {
      case WHITEOUT -> tracked.ifPresent(_ -> edits.delete(path));
      case FOLDER -> subfolder(parent, entry, path, tracked, layer, depth);
      case FILE -> {
        if (layer.isWhiteout(parent, entry)) {
          tracked.ifPresent(_ -> edits.delete(path));
        } else if (isWanted(path, tracked)) {
          file(parent, entry, path, tracked);
        }
      }
      case LINK -> {
        if (isWanted(path, tracked)) {
          put(Mode.LINK, path, parent.link(entry.name()), tracked);
        }
      }
      case SPECIAL -> {
        notes.add(path, "is a FIFO, socket or device: left out");
        tracked.ifPresent(_ -> edits.delete(path));
      }
    }
  }

  private void subfolder(
      Folder parent,
      Entry entry,
      RawPath path,
      Optional<TreeEntry> tracked,
      Layer layer,
      int depth) {
    var mode = tracked.map(TreeEntry::mode);
    if (mode.equals(Optional.of(Mode.SUBMODULE))) {
      notes.add(path, "is a submodule: changes in it are left out");
      return;
    }
    var inBase = mode.equals(Optional.of(Mode.TREE));
    if (!inBase) {
      tracked.ifPresent(_ -> edits.delete(path));
      if (ignore.ignoresFolder(path)) {
        return;
      }
    }
    try (var folder = parent.folder(entry.name())) {
      Map<RawPath, TreeEntry> base =
          inBase ? objects.tree(tracked.orElseThrow().id()) : new HashMap<>();
      folder(folder, path, base, layer, depth + 1);
    }
  }

  private void file(Folder parent, Entry entry, RawPath path, Optional<TreeEntry> tracked) {
    try (var file = parent.file(entry.name())) {
      var size = file.entry().bytes();
      var mode = file.entry().isExecutable() ? Mode.EXECUTABLE : Mode.FILE;
      if (size > MAX_FILE_BYTES || size > bytesLeft) {
        notes.add(path, "is too large (" + size + " bytes): left out");
        return;
      }
      bytesLeft -= size;
      if (size <= IN_MEMORY_BYTES) {
        put(mode, path, file.readNBytes(IN_MEMORY_BYTES), tracked);
      } else if (isRoomFor(path)) {
        edits.put(mode, path, file, size);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(Mode mode, RawPath path, byte[] content, Optional<TreeEntry> tracked) {
    var same = tracked.filter(t -> t.mode() == mode && t.id().equals(ObjectId.ofBlob(content)));
    if (same.isEmpty() && isRoomFor(path)) {
      edits.put(mode, path, content);
    }
  }

  private boolean isRoomFor(RawPath path) {
    if (filesLeft > 0) {
      filesLeft--;
      return true;
    }
    notes.add(path, "is one file too many: left out");
    return false;
  }

  private boolean isWanted(RawPath path, Optional<TreeEntry> tracked) {
    return tracked.isPresent() || !ignore.ignores(path);
  }

  private boolean isRefused(Entry entry, RawPath path, int depth) {
    if (Names.meansDotGit(entry.name())) {
      if (depth > 0 || !entry.name().equals(RawPath.of(".git"))) {
        notes.add(path, "cannot be in a git tree by its name: left out");
      }
      return true;
    }
    if (entry.kind() == Entry.Kind.LINK && Names.meansGitmodules(entry.name())) {
      notes.add(path, "may not be a link: left out");
      return true;
    }
    if (depth >= MAX_DEPTH || path.latin1().length() > MAX_PATH_BYTES) {
      notes.add(path, "lies too deep: left out");
      return true;
    }
    return false;
  }

  private void rules(Folder folder, RawPath path, Map<RawPath, TreeEntry> base, Layer layer) {
    var changed = folder.entry(RULES);
    if (changed.isPresent()) {
      if (changed.get().kind() == Entry.Kind.FILE) {
        try (var file = folder.file(RULES)) {
          ignore.add(path, file.readNBytes(MAX_RULES_BYTES));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (ErrnoException e) {
          unread(path.child(RULES), e);
        }
      }
    } else if (layer != Layer.REPLACES) {
      Optional.ofNullable(base.get(RULES))
          .flatMap(rules -> objects.text(rules.id()))
          .ifPresent(text -> ignore.add(path, text));
    }
  }

  private void unread(RawPath path, ErrnoException e) {
    if (e.isDenied()) {
      notes.add(path, "may not be read: left out");
    } else if (!e.isGone()) {
      throw e;
    }
  }

  @Override
  public void close() {
    objects.close();
    edits.close();
    ignore.close();
  }
}
