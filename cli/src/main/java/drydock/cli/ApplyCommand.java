package drydock.cli;

import drydock.cli.show.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "apply",
    description = {
      "Applies a task's diff to the files of the repository you stand in.",
      "All of it or nothing: if it does not apply cleanly, no file is touched."
    })
final class ApplyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID")
  private String id = "";

  ApplyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    var top = Git.in(shell.folder()).ask("", "rev-parse", "--show-toplevel");
    if (!top.ok()) {
      throw new CliException(
          ExitCode.USAGE, "not in a git repository; go to the one that the task was about");
    }
    // Below the top, git would pass over what the patch changes elsewhere.
    var git = Git.in(shell.folder().resolve(top.output()));
    try (var server = new Server(Address.of(shell));
        var scratch = Scratch.make()) {
      var patch = TaskCommands.patch(server, id);
      if (patch.isEmpty()) {
        shell.err().println(id + " changed nothing");
        return ExitCode.DONE.number();
      }
      var file = scratch.file("diff.patch");
      patch.writeTo(file);
      check(git, server, file.toString());
      git.run("apply", "--whitespace=nowarn", "--no-ignore-whitespace", file.toString());
      shell.screen().print(Report.end(server.get(TaskCommands.path(id))));
      shell.err().println("applied to " + git.folder() + "; nothing is staged");
      return ExitCode.DONE.number();
    }
  }

  private void check(Git git, Server server, String file) {
    var answer =
        git.ask("", "apply", "--check", "--whitespace=nowarn", "--no-ignore-whitespace", file);
    if (!answer.ok()) {
      var base = base(server);
      throw new CliException(
          ExitCode.TASK_FAILED,
          """
          %s does not apply here, and no file was touched:
          %s
          It was made at commit %s. Commit or stash your changes and try again, or: git switch \
          --detach %s\
          """
              .formatted(id, answer.complaint().indent(2).stripTrailing(), base, base));
    }
  }

  private String base(Server server) {
    for (var attempt : server.get(TaskCommands.path(id)).path("attempts")) {
      if (attempt.hasNonNull("baseCommit")) {
        return attempt.path("baseCommit").asText();
      }
    }
    return "(unknown)";
  }
}
