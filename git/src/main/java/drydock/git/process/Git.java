package drydock.git.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The git executable with a clean configuration. Thread safe.
public final class Git {
  private static final int OUTPUT_LIMIT = 32 * 1024 * 1024;

  private final GitHome home;

  public Git(GitSettings settings) {
    this.home = new GitHome(settings);
  }

  /// For temporary files; nothing in it outlives its maker.
  public Path temporary() {
    return home.temporary();
  }

  /// What a command said.
  public static final class Answer {
    public final int status;
    public final byte[] output;
    public final String complaint;

    Answer(int status, byte[] output, String complaint) {
      this.status = status;
      this.output = output;
      this.complaint = complaint;
    }
  }

  /// Runs to the end, whatever the exit status.
  public Answer ask(
      Path repository, Map<String, String> environment, byte[] input, List<String> args) {
    try (var process = start(repository, environment, args)) {
      process.feed(input);
      var output = read(process.output());
      return new Answer(process.end(), output, process.complaint());
    }
  }

  /// @throws GitException if git fails
  public byte[] bytes(Path repository, String... args) {
    return run(repository, new byte[0], args);
  }

  /// @throws GitException if git fails
  public String line(Path repository, String... args) {
    return new String(bytes(repository, args), UTF_8).strip();
  }

  /// @throws GitException if git fails
  public byte[] run(Path repository, byte[] input, String... args) {
    var answer = ask(repository, Map.of(), input, List.of(args));
    if (answer.status != 0) {
      throw Trouble.of(answer.complaint, "git " + args[0]);
    }
    return answer.output;
  }

  /// Runs a command that talks to a remote, with what it takes to reach that one.
  ///
  /// @throws GitException if git fails
  public byte[] reach(RemoteUrl remote, Path repository, List<String> args) {
    var environment = Uplinks.environment(home.settings(), remote);
    var answer = ask(repository, environment, new byte[0], args);
    if (answer.status != 0) {
      var trouble = Trouble.of(answer.complaint, remote.text());
      // What nobody has a word for is still the remote's.
      throw trouble.reason() == GitException.Cause.FAILED
          ? new GitException(
              GitException.Cause.REPOSITORY_UNAVAILABLE, String.valueOf(trouble.getMessage()))
          : trouble;
    }
    return answer.output;
  }

  /// Streams the output.
  ///
  /// @throws GitException if git fails
  public void pipe(Path repository, OutputStream into, String... args) throws IOException {
    try (var process = start(repository, Map.of(), List.of(args))) {
      process.feed(new byte[0]);
      process.output().transferTo(into);
      process.expectSuccess();
    }
  }

  /// A command to talk to. The caller closes it.
  public GitProcess start(Path repository, Map<String, String> environment, List<String> args) {
    var argv = new ArrayList<String>(List.of("git", "--git-dir=" + repository, "--no-pager"));
    argv.addAll(args);
    return GitProcess.start(home, argv, environment);
  }

  private static byte[] read(InputStream output) {
    try {
      var bytes = output.readNBytes(OUTPUT_LIMIT + 1);
      if (bytes.length > OUTPUT_LIMIT) {
        throw new GitException(
            GitException.Cause.REPOSITORY_UNAVAILABLE,
            "the repository has too many names: git lists more than " + OUTPUT_LIMIT + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new GitException(GitException.Cause.FAILED, "git's output cannot be read", e);
    }
  }
}
