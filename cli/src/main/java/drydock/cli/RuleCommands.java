package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.show.Line;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Answers that hold for repositories: looked at, and taken back.
@Command(
    name = "rule",
    description = "Lists and removes answers that hold for a repository (approve --remember).",
    synopsisSubcommandLabel = "(list | remove)")
final class RuleCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  RuleCommands(Shell shell) {
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
}
