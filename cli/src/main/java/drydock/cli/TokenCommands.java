package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.read.Choice;
import drydock.cli.show.Line;
import drydock.domain.Scope;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Who else may ask: named tokens, made, listed and revoked by the operator.
@Command(
    name = "token",
    description = "Lists, makes and revokes API tokens.",
    synopsisSubcommandLabel = "(list | create | revoke)")
final class TokenCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  TokenCommands(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, create or revoke");
  }

  @Command(description = "Lists the tokens by name, with their scope and last use.")
  int list() {
    return ask(server ->
        server
            .get("/api/tokens")
            .path("tokens")
            .forEach(token -> shell.screen().print(Line.plain(row(token)))));
  }

  private static String row(JsonNode token) {
    return "%-24s %-6s %-28s %s"
        .formatted(
            token.path("name").asText(),
            token.path("scope").asText(),
            token.has("lastUsedAt") ? "used " + token.path("lastUsedAt").asText() : "never used",
            token.has("expiresAt") ? "until " + token.path("expiresAt").asText() : "");
  }

  @Command(description = "Makes a token and prints it, this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "Whose it is: the actor of what it does.")
          String name,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              defaultValue = "read",
              description = "read, write (also asks for work) or admin (also makes tokens); read.")
          Scope scope,
      @Option(
              names = "--expires",
              paramLabel = "SPAN",
              description = "How long it opens: 12h, 90d. Until it is revoked, if left out.")
          @Nullable String expires) {
    var span = expires == null ? null : Span.parse(expires).toString();
    return ask(server -> {
      var asked = server.object().put("name", name).put("scope", Choice.word(scope));
      if (span != null) {
        asked.put("expiresIn", span);
      }
      shell.out().println(server.post("/api/tokens", asked).path("token").asText());
    });
  }

  @Command(description = "Makes a token useless, at once.")
  int revoke(@Parameters(paramLabel = "NAME") String name) {
    return ask(server -> {
      server.delete("/api/tokens/" + TaskCommands.encode(name));
      shell.err().println(name + ": revoked");
    });
  }

  private int ask(Consumer<Server> request) {
    try (var server = new Server(Address.of(shell))) {
      request.accept(server);
      return ExitCode.DONE.number();
    }
  }
}
