package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.show.Line;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
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
    description = "Lists and tries models.",
    synopsisSubcommandLabel = "(list | try)")
final class ModelCommands implements Runnable {
  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  ModelCommands(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list or try");
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

  private static String row(JsonNode tried) {
    return "%d ms, %d tokens in, %d out: %s"
        .formatted(
            tried.path("latencyMs").asLong(),
            tried.path("inputTokens").asLong(),
            tried.path("outputTokens").asLong(),
            tried.path("said").asText());
  }

  /// Keys of models. A key comes from the standard input: arguments are seen by everybody on the
  /// machine, and stay in the shell's history.
  @Command(name = "key", description = Keys.ABOUT, synopsisSubcommandLabel = "(set | remove)")
  static final class Keys implements Runnable {
    private static final String ABOUT = "Gives the running server a model's key, or removes it.";
    private static final int LONGEST = 8192;

    private final Shell shell;
    @Spec private CommandSpec spec = CommandSpec.create();

    Keys(Shell shell) {
      this.shell = shell;
    }

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "say set or remove");
    }

    @Command(
        description = "Reads a key from the standard input, and has the server verify and keep it.")
    int set(
        @Parameters(paramLabel = "PROVIDER", description = "openai or anthropic.") String provider,
        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "Of any server that speaks the same; the vendor's, if left out.")
            @Nullable String url,
        @Option(names = "--no-key", description = "The server at --url wants none.")
            boolean noKey) {
      var key = noKey ? "" : typed();
      return ask(server -> {
        var asked = server.object();
        if (!key.isEmpty()) {
          asked.put("key", key);
        }
        if (url != null) {
          asked.put("url", url);
        }
        var set = server.put("/api/providers/" + TaskCommands.encode(provider), asked);
        shell
            .err()
            .println("%s: verified, %d models".formatted(provider, set.path("models").asInt()));
      });
    }

    @Command(description = "Has the server forget a key that it was given.")
    int remove(@Parameters(paramLabel = "PROVIDER") String provider) {
      return ask(server -> {
        server.delete("/api/providers/" + TaskCommands.encode(provider));
        shell.err().println(provider + ": removed");
      });
    }

    /// A terminal shows nothing of what is typed.
    private String typed() {
      return Optional.ofNullable(System.console())
          .filter(Console::isTerminal)
          .map(console -> console.readPassword("Key: "))
          .map(typed -> new String(typed).strip())
          .orElseGet(() -> read(shell.in()));
    }

    private static String read(InputStream in) {
      try {
        return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
      } catch (IOException e) {
        throw new CliException(ExitCode.USAGE, "the key cannot be read: " + e.getMessage());
      }
    }

    private int ask(Consumer<Server> request) {
      try (var server = new Server(Address.of(shell))) {
        request.accept(server);
        return ExitCode.DONE.number();
      }
    }
  }
}
