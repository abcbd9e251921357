package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.archive.Archive;
import drydock.git.archive.Contents;
import drydock.git.archive.Item;
import drydock.git.objects.ObjectId;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The history in an archive's `.git`. Only what gitrepository-layout(5) calls objects and refs is
/// read, and HEAD: no configuration, hook, alternate, index, graft or replacement. Packs are
/// indexed anew, every object is checked, and refs are made by git.
final class UploadedHistory {
  private static final Pattern LOOSE = Pattern.compile("\\.git/objects/[0-9a-f]{2}/[0-9a-f]{38}");
  private static final Pattern PACK = Pattern.compile("\\.git/objects/pack/[A-Za-z0-9-]+\\.pack");
  private static final Pattern REF = Pattern.compile("\\.git/(?<name>refs/(heads|tags)/.+)");
  private static final Pattern PACKED =
      Pattern.compile("(?<id>[0-9a-f]{40}) (?<name>refs/(heads|tags)/.+)");
  private static final String SYMBOLIC = "ref: ";
  private static final int SMALL_BYTES = 4096;
  private static final int PACKED_REFS_BYTES = 8 * 1024 * 1024;

  private final Git git;
  private final Path mirror;
  private final Contents contents;
  private final Notes notes;
  private final int maxFiles;
  private final Map<String, String> packed = new HashMap<>();
  private final Map<String, String> loose = new TreeMap<>();
  private String head = "";

  UploadedHistory(Git git, Path mirror, Contents contents, Notes notes, int maxFiles) {
    this.git = git;
    this.mirror = mirror;
    this.contents = contents;
    this.notes = notes;
    this.maxFiles = maxFiles;
  }

  /// @return the commit of HEAD, if it has one
  /// @throws GitException ARCHIVE_REJECTED if the history is broken
  Optional<String> read(Archive archive) {
    try {
      archive.each(this::visit);
      return checked();
    } catch (GitException e) {
      throw switch (e.reason()) {
        case FAILED, REPOSITORY_UNAVAILABLE, REF_UNKNOWN ->
            rejected("its .git is broken or not complete: " + e.getMessage());
        case HOST_UNREACHABLE, ARCHIVE_REJECTED, DISK_FULL -> e;
      };
    }
  }

  private Optional<String> checked() {
    if (head.isEmpty()) {
      throw rejected("its .git has no HEAD: send the whole folder");
    }
    packed.putAll(loose);
    var refs = new TreeMap<>(packed);
    var commands = new StringBuilder();
    refs.forEach(
        (name, id) -> commands.append("create ").append(name).append(' ').append(id).append('\n'));
    git.run(mirror, commands.toString().getBytes(UTF_8), "update-ref", "--stdin");
    if (head.startsWith(SYMBOLIC + "refs/heads/")) {
      git.bytes(mirror, "symbolic-ref", "HEAD", head.substring(SYMBOLIC.length()));
    } else if (ObjectId.isFull(head)) {
      git.bytes(mirror, "update-ref", "--no-deref", "HEAD", head);
    } else {
      throw rejected("its .git/HEAD names no branch and no commit");
    }
    git.bytes(mirror, "fsck", "--full", "--no-dangling", "--no-progress");
    var commit =
        git.ask(
            mirror, Map.of(), new byte[0], List.of("rev-parse", "-q", "--verify", "HEAD^{commit}"));
    if (commit.status != 0) {
      notes.add("its .git has no commit yet");
      return Optional.empty();
    }
    var id = new String(commit.output, UTF_8).strip();
    Listing.check(git, mirror, id, maxFiles);
    var _ = new Refs(git, mirror).resolve(Optional.of(id));
    var commits = Long.parseLong(git.line(mirror, "rev-list", "--count", "HEAD"));
    notes.add("history of its .git was kept: " + Notes.counted(commits, "commit"));
    return Optional.of(id);
  }

  private void visit(Item item, InputStream content) throws IOException {
    var place = contents.inside(item.path());
    if (place.isEmpty() || !(item instanceof Item.File)) {
      return;
    }
    var path = place.get().latin1();
    var ref = REF.matcher(path);
    if (path.equals(".git/HEAD")) {
      head = small(content);
    } else if (path.equals(".git/packed-refs")) {
      packedRefs(new String(content.readNBytes(PACKED_REFS_BYTES), ISO_8859_1));
    } else if (path.equals(".git/shallow")) {
      shallow(new String(content.readNBytes(PACKED_REFS_BYTES), ISO_8859_1));
    } else if (PACK.matcher(path).matches()) {
      pack(content);
    } else if (LOOSE.matcher(path).matches()) {
      var target = mirror.resolve(path.substring(".git/".length()));
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
    } else if (ref.matches()) {
      var value = small(content);
      if (ObjectId.isFull(value)) {
        loose.put(ref.group("name"), value);
      }
    }
  }

  private void pack(InputStream content) throws IOException {
    try (var process = git.start(mirror, Map.of(), List.of("index-pack", "--stdin"))) {
      try (var pack = process.input()) {
        content.transferTo(pack);
      } catch (IOException e) {
        process.expectSuccess();
        throw e;
      }
      process.expectSuccess();
    }
  }

  private void packedRefs(String text) {
    for (var line : text.split("\n", -1)) {
      var ref = PACKED.matcher(line.strip());
      if (ref.matches()) {
        packed.put(ref.group("name"), ref.group("id"));
      }
    }
  }

  private void shallow(String text) {
    try {
      var lines = text.lines().filter(ObjectId::isFull).toList();
      Files.write(mirror.resolve("shallow"), lines);
      notes.add("its history is shallow: it begins in the middle");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String small(InputStream content) throws IOException {
    return new String(content.readNBytes(SMALL_BYTES), ISO_8859_1).strip();
  }

  private static GitException rejected(String why) {
    return new GitException(GitException.Cause.ARCHIVE_REJECTED, "the archive is refused: " + why);
  }
}
