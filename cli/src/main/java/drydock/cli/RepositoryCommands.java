package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.show.Line;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The repositories that the server knows.
@Command(
    name = "repo",
    description = "Lists, adds and removes known repositories.",
    synopsisSubcommandLabel = "(list | add | remove)")
final class RepositoryCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  RepositoryCommands(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, add or remove");
  }

  @Command(description = "Lists those that tasks started from, or may, used last first.")
  int list() {
    return ask(server -> all(server, each -> shell.screen().print(Line.plain(row(each)))));
  }

  private static String row(JsonNode repository) {
    return "%s  %s  %d tasks%s  %s"
        .formatted(
            repository.path("id").asText(),
            repository.path("lastUsedAt").asText(),
            repository.path("tasks").asInt(),
            repository.has("defaultBranch") ? "  " + repository.path("defaultBranch").asText() : "",
            repository.path("url").asText());
  }

  @Command(description = "Makes a repository known before its first task.")
  int add(@Parameters(paramLabel = "URL") String url) {
    return ask(server -> {
      var added = server.post("/api/repos", server.object().put("url", url));
      shell.screen().print(Line.plain(added.path("id").asText()));
    });
  }

  @Command(description = "Forgets a repository; its tasks stay.")
  int remove(
      @Parameters(paramLabel = "URL", description = "Its URL, or the id that list shows.")
          String named) {
    return ask(server -> {
      server.delete("/api/repos/" + TaskCommands.encode(id(server, named)));
      shell.err().println(named + ": forgotten");
    });
  }

  private static String id(Server server, String named) {
    var found = new String[] {named};
    all(
        server,
        each -> {
          if (each.path("url").asText().equals(named)) {
            found[0] = each.path("id").asText();
          }
        });
    return found[0];
  }

  private static void all(Server server, Consumer<JsonNode> each) {
    for (var next = ""; ; ) {
      var page =
          server.get(
              "/api/repos?limit=200"
                  + (next.isEmpty() ? "" : "&cursor=" + TaskCommands.encode(next)));
      page.path("repositories").forEach(each);
      next = page.path("next").asText("");
      if (next.isEmpty()) {
        return;
      }
    }
  }

  private int ask(Consumer<Server> request) {
    try (var server = new Server(Address.of(shell))) {
      request.accept(server);
      return ExitCode.DONE.number();
    }
  }
}
