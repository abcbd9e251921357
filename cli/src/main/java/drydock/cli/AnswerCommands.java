package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.show.Line;
import drydock.cli.show.Report;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Answers to what agents ask: given, and those that hold for repositories looked at and taken
/// back.
@Command(
    name = "rule",
    description = "Lists and removes answers that hold for a repository (approve --remember).",
    synopsisSubcommandLabel = "(list | remove)")
final class AnswerCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  AnswerCommands(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list or remove");
  }

  @Command(description = "Lists the rules, the latest first.")
  int list() {
    return ask(server ->
        server
            .get("/api/rules")
            .path("rules")
            .forEach(rule -> shell.screen().print(Line.plain(row(rule)))));
  }

  private static String row(JsonNode rule) {
    return "%s  %-5s %-7s %s%n    in %s, as %s said"
        .formatted(
            rule.path("id").asText(),
            rule.path("allowed").asBoolean() ? "allow" : "deny",
            rule.path("kind").asText(),
            rule.path("subject").asText(),
            rule.path("repository").asText(),
            rule.path("actor").asText());
  }

  @Command(description = "Removes a rule: from now on it is asked again.")
  int remove(@Parameters(paramLabel = "RULE") String rule) {
    return ask(server -> {
      server.delete("/api/rules/" + TaskCommands.encode(rule));
      shell.err().println(rule + ": removed");
    });
  }

  private int ask(Consumer<Server> request) {
    try (var server = new Server(Address.of(shell))) {
      request.accept(server);
      return ExitCode.DONE.number();
    }
  }

  /// Which of the things that agents ask is answered, and for how long.
  static final class Which {
    @Parameters(paramLabel = "ID", description = "The task.")
    private String id = "";

    @Option(
        names = "--approval",
        paramLabel = "N",
        description = "Which one, as 1-2; needed if more than one is open.")
    private @Nullable String approval;

    @Option(
        names = "--remember",
        description =
            "The answer for the very same in this repository from now on: see 'rule list'.")
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
}
