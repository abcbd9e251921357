package drydock.cli;

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

/// Keys of models. A key comes from the standard input: arguments are seen by everybody on the
/// machine, and stay in the shell's history.
@Command(
    name = "key",
    description = "Gives the running server a model's key, or removes it.",
    synopsisSubcommandLabel = "(set | remove)")
final class KeyCommands implements Runnable {
  private static final int LONGEST = 8192;

  private final Shell shell;
  @Spec private CommandSpec spec = CommandSpec.create();

  KeyCommands(Shell shell) {
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
      @Option(names = "--no-key", description = "The server at --url wants none.") boolean noKey) {
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
