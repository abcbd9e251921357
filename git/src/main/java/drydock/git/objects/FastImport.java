package drydock.git.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.files.RawPath;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a commit into a mirror through `git fast-import`, which loads and stores only the trees
/// that change and needs neither an index nor a work tree. Every path is quoted and every content
/// is counted, so nothing in them can be read as a command. For one thread.
public final class FastImport implements AutoCloseable {
  private static final String NOWHERE = "0".repeat(40);

  private final GitProcess process;
  private final String ref;

  public FastImport(Git git, Path mirror, String ref) {
    this.ref = ref;
    this.process =
        git.start(
            mirror,
            Map.of(),
            List.of("fast-import", "--quiet", "--done", "--force", "--date-format=raw"));
  }

  /// Begins the commit; its author and date are fixed, so equal files give equal commits.
  public void commit(Optional<String> parent, String message) {
    say("commit " + ref + "\ncommitter Drydock <drydock@localhost> 946684800 +0000\n");
    data(message.getBytes(UTF_8));
    parent.ifPresent(id -> say("from " + id + "\n"));
  }

  public void delete(RawPath path) {
    say("D " + path.quoted() + "\n");
  }

  public void copy(RawPath from, RawPath to) {
    say("C " + from.quoted() + " " + to.quoted() + "\n");
  }

  public void put(TreeEntry.Mode mode, RawPath path, byte[] content) {
    say("M " + mode + " inline " + path.quoted() + "\n");
    data(content);
  }

  /// @param length what is announced: of a longer content the rest is left out, a shorter one (cut
  ///   while it was read) is filled with zeros
  public void put(TreeEntry.Mode mode, RawPath path, InputStream content, long length)
      throws IOException {
    say("M " + mode + " inline " + path.quoted() + "\ndata " + length + "\n");
    var buffer = new byte[64 * 1024];
    for (var left = length; left > 0; ) {
      var got = content.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
      if (got == 0) {
        buffer = new byte[buffer.length];
        got = (int) Math.min(buffer.length, left);
      }
      write(buffer, got);
      left -= got;
    }
    say("\n");
  }

  /// The id of the tree as it is now.
  public String tree() {
    say("ls \"\"\n");
    try {
      process.input().flush();
      var answer = new StringBuilder();
      for (var b = process.output().read(); b != '\n'; b = process.output().read()) {
        if (b < 0) {
          throw failed(new IOException("fast-import ended early"));
        }
        answer.append((char) b);
      }
      return answer.substring("040000 tree ".length(), answer.indexOf("\t"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Ends, and moves the ref to the commit.
  public void finish() {
    say("\ndone\n");
    end();
  }

  /// Ends without the ref; the objects stay.
  public void finishWithoutRef() {
    say("\nreset " + ref + "\nfrom " + NOWHERE + "\n\ndone\n");
    end();
  }

  private void end() {
    try {
      process.input().close();
    } catch (IOException e) {
      throw failed(e);
    }
    process.expectSuccess();
  }

  private void data(byte[] content) {
    say("data " + content.length + "\n");
    write(content, content.length);
    say("\n");
  }

  private void say(String line) {
    var bytes = line.getBytes(UTF_8);
    write(bytes, bytes.length);
  }

  private void write(byte[] bytes, int length) {
    try {
      process.input().write(bytes, 0, length);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(IOException e) {
    process.expectSuccess();
    return new GitException(GitException.Cause.FAILED, "git fast-import ended early", e);
  }

  @Override
  public void close() {
    process.close();
  }
}
