package drydock.git.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.files.RawPath;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads objects of a mirror, one after another, through one `git cat-file --batch`. For one
/// thread.
public final class ObjectReader implements AutoCloseable {
  /// Of a commit or a tree: a folder of 400,000 files, and what may be held in memory.
  private static final int OBJECT_BYTES = 16 << 20;

  private static final int TEXT_BYTES = 1 << 20;

  private final GitProcess process;

  public ObjectReader(Git git, Path mirror) {
    this.process = git.start(mirror, Map.of(), List.of("cat-file", "--batch"));
  }

  public static final class Found {
    public final String id;
    public final byte[] content;
    private final long size;

    Found(String id, byte[] content, long size) {
      this.id = id;
      this.content = content;
      this.size = size;
    }
  }

  /// @param name an id or a revision expression without line ends
  /// @return none if there is no such object, or if the name is ambiguous
  /// @throws GitException REPOSITORY_UNAVAILABLE if it is larger than any honest one
  public Optional<Found> find(String name) {
    return find(name, OBJECT_BYTES)
        .map(found -> {
          if (found.content.length < found.size) {
            throw new GitException(
                GitException.Cause.REPOSITORY_UNAVAILABLE,
                "the repository holds an object of "
                    + found.size
                    + " bytes, and at most "
                    + OBJECT_BYTES
                    + " are read");
          }
          return found;
        });
  }

  /// The beginning of a file that people write by hand: nobody writes more than a megabyte.
  public Optional<byte[]> text(String id) {
    return find(id, TEXT_BYTES).map(found -> found.content);
  }

  private Optional<Found> find(String name, int most) {
    try {
      process.input().write((name + "\n").getBytes(UTF_8));
      process.input().flush();
      var head = line().split(" ", -1);
      if (head.length != 3 || !head[2].matches("\\d+")) {
        return Optional.empty();
      }
      var size = Long.parseLong(head[2]);
      var content = process.output().readNBytes((int) Math.min(most, size));
      process.output().skipNBytes(size - content.length + 1);
      return Optional.of(new Found(head[0], content, size));
    } catch (IOException e) {
      process.expectSuccess();
      throw new GitException(GitException.Cause.FAILED, "git cat-file ended early", e);
    }
  }

  public Map<RawPath, TreeEntry> tree(String id) {
    return TreeEntry.parse(
        find(id).orElseThrow(() -> new IllegalStateException("no tree " + id)).content);
  }

  /// The beginning of a regular file, executable or not. No link is followed.
  ///
  /// @param root id of a commit or a tree
  /// @param most so many bytes are read of it
  /// @return none if there is no such file
  public Optional<byte[]> file(String root, RawPath path, int most) {
    var names = List.of(path.latin1().split("/", -1));
    var id = Optional.of(root + "^{tree}");
    for (var name : names.subList(0, names.size() - 1)) {
      id =
          id.map(folder -> tree(folder).get(new RawPath(name)))
              .filter(entry -> entry.mode() == TreeEntry.Mode.TREE)
              .map(TreeEntry::id);
    }
    return id.map(folder -> tree(folder).get(new RawPath(names.getLast())))
        .filter(entry -> isFile(entry.mode()))
        .flatMap(entry -> find(entry.id(), most))
        .map(found -> found.content);
  }

  private static boolean isFile(TreeEntry.Mode mode) {
    return switch (mode) {
      case FILE, EXECUTABLE -> true;
      case LINK, TREE, SUBMODULE -> false;
    };
  }

  /// The root tree of a commit.
  public Map<RawPath, TreeEntry> treeOf(String commit) {
    return tree(commit + "^{tree}");
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = process.output().read(); b != '\n'; b = process.output().read()) {
      if (b < 0) {
        throw new IOException("end of output");
      }
      line.write(b);
    }
    return line.toString(UTF_8);
  }

  @Override
  public void close() {
    process.close();
  }
}
