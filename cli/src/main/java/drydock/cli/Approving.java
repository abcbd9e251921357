package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.show.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which of the things that agents ask is answered, and for how long.
final class Approving {
  @Parameters(paramLabel = "ID", description = "The task.")
  private String id = "";

  @Option(
      names = "--approval",
      paramLabel = "N",
      description = "Which one, as 1-2; needed if more than one is open.")
  private @Nullable String approval;

  @Option(
      names = "--remember",
      description = "The answer for the very same in this repository from now on: see 'rule list'.")
  private boolean remember;

  ExitCode answer(Server server, Shell shell, String decision) {
    var which = approval == null ? only(server.get(TaskCommands.path(id)), shell) : approval;
    var answer = server.object().put("decision", decision);
    if (remember) {
      answer.put("remember", "repository");
    }
    server.post(TaskCommands.path(id) + "/approvals/" + TaskCommands.encode(which), answer);
    shell.err().println(id + ": " + (decision.equals("allow") ? "allowed " : "denied ") + which);
    return ExitCode.DONE;
  }

  private String only(JsonNode task, Shell shell) {
    var open = task.path("approvals");
    if (open.isEmpty()) {
      throw new CliException(ExitCode.USAGE, id + " asks for nothing");
    }
    if (open.size() > 1) {
      shell.screen().print(Report.asked(task));
      throw new CliException(
          ExitCode.USAGE, id + " asks for several things: say which with --approval");
    }
    return open.path(0).path("id").asText();
  }
}
