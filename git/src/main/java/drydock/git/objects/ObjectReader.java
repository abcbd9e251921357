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
  private final GitProcess process;

  public ObjectReader(Git git, Path mirror) {
    this.process = git.start(mirror, Map.of(), List.of("cat-file", "--batch"));
  }

  public static final class Found {
    public final String id;
    public final byte[] content;

    Found(String id, byte[] content) {
      this.id = id;
      this.content = content;
    }
  }

  /// @param name an id or a revision expression without line ends
  /// @return none if there is no such object, or if the name is ambiguous
  public Optional<Found> find(String name) {
    try {
      process.input().write((name + "\n").getBytes(UTF_8));
      process.input().flush();
      var head = line().split(" ", -1);
      if (head.length != 3 || !head[2].matches("\\d+")) {
        return Optional.empty();
      }
      var content = process.output().readNBytes(Integer.parseInt(head[2]));
      process.output().skipNBytes(1);
      return Optional.of(new Found(head[0], content));
    } catch (IOException e) {
      process.expectSuccess();
      throw new GitException(GitException.Cause.FAILED, "git cat-file ended early", e);
    }
  }

  public Map<RawPath, TreeEntry> tree(String id) {
    return TreeEntry.parse(
        find(id).orElseThrow(() -> new IllegalStateException("no tree " + id)).content);
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
