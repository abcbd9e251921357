package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.archive.Archive;
import drydock.git.archive.Contents;
import drydock.git.archive.Item;
import drydock.git.files.RawPath;
import drydock.git.objects.FastImport;
import drydock.git.objects.ObjectId;
import drydock.git.objects.TreeEntry;
import drydock.git.objects.TreeEntry.Mode;
import drydock.git.process.Git;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns an archive's files into a commit of a young mirror: the first one, or one on top of the
/// history that came along if they differ from its HEAD.
final class ArchiveImport implements AutoCloseable {
  private static final String FIRST = "refs/heads/main";
  private static final String UPLOADED = "refs/drydock/uploaded";
  private static final int IN_MEMORY_BYTES = 8 * 1024 * 1024;
  private static final String GIT = ".git";

  private final Git git;
  private final Path mirror;
  private final Contents contents;
  private final Optional<String> head;
  private final Map<RawPath, TreeEntry> tracked;
  private final Set<RawPath> seen = new HashSet<>();
  private final FastImport edits;
  private final IgnoreRules ignore;
  private final Notes notes;
  private int ignored;
  private int lineEnds;

  /// @param head the history's HEAD, already in the mirror
  ArchiveImport(Git git, Path mirror, Contents contents, Optional<String> head, Notes notes) {
    this.git = git;
    this.mirror = mirror;
    this.contents = contents;
    this.head = head;
    this.notes = notes;
    this.tracked = head.map(id -> Listing.of(git, mirror, id)).orElse(Map.of());
    this.edits = new FastImport(git, mirror, head.isPresent() ? UPLOADED : FIRST);
    this.ignore = new IgnoreRules(git, mirror);
    contents.rules().forEach((folder, rules) -> ignore.add(folder, rules.bytes()));
  }

  void run(Archive archive) {
    edits.commit(head, head.isPresent() ? "Uncommitted changes as uploaded\n" : "As uploaded\n");
    archive.each(this::visit);
    say(ignored, "left out, as .gitignore says");
    if (head.isEmpty()) {
      edits.finish();
    } else if (seen.isEmpty()) {
      edits.finishWithoutRef();
      notes.add("it has no files but its .git: they are taken from the last commit");
    } else {
      onTop(head.get());
    }
  }

  private void onTop(String commit) {
    say(lineEnds, "taken as committed, for only Windows line ends differ");
    var gone = new HashMap<>(tracked);
    gone.keySet().removeAll(seen);
    gone.values().removeIf(entry -> entry.mode() == Mode.SUBMODULE);
    gone.keySet().forEach(edits::delete);
    var tree = edits.tree();
    if (tree.equals(git.line(mirror, "rev-parse", commit + "^{tree}"))) {
      edits.finishWithoutRef();
      return;
    }
    edits.finish();
    git.bytes(mirror, "symbolic-ref", "HEAD", UPLOADED);
    var stat = new Diff(git, mirror, commit, tree).stat();
    notes.add(
        "uncommitted changes in %s became a commit".formatted(Notes.counted(stat.files(), "file")));
  }

  private void visit(Item item, InputStream content) throws IOException {
    var place = contents.inside(item.path());
    if (place.isEmpty()) {
      return;
    }
    var path = place.get();
    if (isOfGit(path)) {
      if (path.name().latin1().equals(GIT) && path.latin1().contains("/")) {
        notes.add(path, "is a repository within: its history is left out");
      }
      return;
    }
    if (item instanceof Item.Folder || isIgnored(path)) {
      return;
    }
    seen.add(path);
    switch (item) {
      case Item.File file -> file(path, file, content);
      case Item.Link link -> put(Mode.LINK, path, link.target().bytes());
      case Item.HardLink link -> edits.copy(contents.inside(link.target()).orElseThrow(), path);
      case Item.Folder _ -> {}
    }
  }

  private boolean isIgnored(RawPath path) {
    if (head.isEmpty() || tracked.containsKey(path) || !ignore.ignores(path)) {
      return false;
    }
    ignored++;
    return true;
  }

  private static boolean isOfGit(RawPath path) {
    return ("/" + path.latin1() + "/").contains("/" + GIT + "/");
  }

  private void file(RawPath path, Item.File file, InputStream content) throws IOException {
    var mode = mode(path, file);
    if (file.bytes() > IN_MEMORY_BYTES) {
      edits.put(mode, path, content, file.bytes());
    } else {
      put(mode, path, content.readAllBytes());
    }
  }

  /// What the archive cannot say is as it was.
  private Mode mode(RawPath path, Item.File file) {
    return file.executable()
        .map(executable -> executable ? Mode.EXECUTABLE : Mode.FILE)
        .or(() -> Optional.ofNullable(tracked.get(path)).map(TreeEntry::mode))
        .filter(mode -> mode == Mode.EXECUTABLE)
        .orElse(Mode.FILE);
  }

  private void put(Mode mode, RawPath path, byte[] content) {
    var before = tracked.get(path);
    if (before != null && before.mode() == mode) {
      if (before.id().equals(ObjectId.ofBlob(content))) {
        return;
      }
      if (mode != Mode.LINK && before.id().equals(ObjectId.ofBlob(withoutReturns(content)))) {
        lineEnds++;
        return;
      }
    }
    edits.put(mode, path, content);
  }

  private static byte[] withoutReturns(byte[] content) {
    return new String(content, ISO_8859_1).replace("\r\n", "\n").getBytes(ISO_8859_1);
  }

  private void say(int count, String fact) {
    if (count > 0) {
      notes.add(fact + ": " + Notes.counted(count, "file"));
    }
  }

  @Override
  public void close() {
    edits.close();
    ignore.close();
  }
}
