package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.show.Line;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The models that tasks may name.
@Command(
    name = "model",
    description = "Lists and tries models, and chooses the default one.",
    synopsisSubcommandLabel = "(list | try | default)")
final class ModelCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  ModelCommands(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, try or default");
  }

  @Command(description = "Lists the models that tasks may name.")
  int list() {
    try (var server = new Server(Address.of(shell))) {
      server
          .get("/api/models")
          .path("models")
          .forEach(model -> shell.screen().print(Line.plain(model.path("name").asText())));
      return ExitCode.DONE.number();
    }
  }

  @Command(name = "try", description = "Has a model say something, which may cost a little.")
  int tryOne(@Parameters(paramLabel = "PROVIDER/MODEL") String model) {
    try (var server = new Server(Address.of(shell))) {
      var tried = server.post("/api/models/try", server.object().put("model", model));
      if (!tried.path("ok").asBoolean()) {
        throw new CliException(
            ExitCode.TASK_FAILED,
            "%s does not answer (%s): %s"
                .formatted(
                    model,
                    tried.path("reason").asText().replace('_', ' '),
                    tried.path("detail").asText()));
      }
      shell.screen().print(Line.plain(row(tried)));
      return ExitCode.DONE.number();
    }
  }

  @Command(
      name = "default",
      description = "Says which model tasks have that name none, or chooses it.")
  int chooseDefault(
      @Parameters(
              paramLabel = "PROVIDER/MODEL",
              arity = "0..1",
              description = "From now on; it goes before DRYDOCK_MODEL.")
          @Nullable String model,
      @Option(names = "--reset", description = "Takes the choice back.") boolean reset) {
    try (var server = new Server(Address.of(shell))) {
      if (reset) {
        server.delete("/api/models/default");
      } else if (model != null) {
        server.put("/api/models/default", server.object().put("model", model));
      }
      var now = server.get("/api/providers");
      shell
          .screen()
          .print(
              Line.plain(
                  "%s (%s)"
                      .formatted(
                          now.path("defaultModel").asText("none"),
                          why(now.path("defaultFrom").asText()))));
      return ExitCode.DONE.number();
    }
  }

  private static String why(String from) {
    return switch (from) {
      case "chosen" -> "chosen while the server ran";
      case "settings" -> "DRYDOCK_MODEL";
      case "first" -> "the first there is";
      default -> "no model is set up";
    };
  }

  private static String row(JsonNode tried) {
    return "%d ms, %d tokens in, %d out: %s"
        .formatted(
            tried.path("latencyMs").asLong(),
            tried.path("inputTokens").asLong(),
            tried.path("outputTokens").asLong(),
            tried.path("said").asText());
  }
}
