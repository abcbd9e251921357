package drydock.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints what happened in a task, or one of its files.")
final class LogsCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "ID")
  private String id = "";

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on until the task has ended.")
  private boolean follow;

  @Option(
      names = "--file",
      paramLabel = "NAME",
      description =
          "A file: explanation.md, setup.log, check.log, prompt.txt, events.jsonl, output/...")
  private @Nullable String file;

  LogsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (var server = new Server(Address.of(shell))) {
      if (file != null) {
        printFile(server, file);
      } else if (follow) {
        Interruption.during(shell, id, () -> new Follower(server, shell.screen()).follow(id));
      } else {
        new Follower(server, shell.screen()).replay(id);
      }
      return ExitCode.DONE.number();
    }
  }

  private void printFile(Server server, String name) {
    var path = "/logs/" + TaskCommands.encode(id) + "/" + encodedPath(name);
    var printed = 0;
    while (true) {
      // Asked before the file is read: what was written before the end is in the last reading.
      var isLast = !follow || Follower.hasEnded(server.get(TaskCommands.path(id) + "?wait=1"));
      var bytes = server.bytes(path);
      if (bytes.length > printed) {
        shell.screen().write(Arrays.copyOfRange(bytes, printed, bytes.length));
        printed = bytes.length;
      }
      if (isLast) {
        return;
      }
    }
  }

  private static String encodedPath(String name) {
    return String.join("/", Arrays.stream(name.split("/", -1)).map(TaskCommands::encode).toList());
  }
}
