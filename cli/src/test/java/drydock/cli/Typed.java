package drydock.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A command as typed, and what came of it.
record Typed(int exitCode, String out, String err) {
  static Typed in(Path folder, Map<String, String> env, String... command) {
    return in("", folder, env, command);
  }

  private static Typed in(String input, Path folder, Map<String, String> env, String... command) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(
            env,
            folder,
            folder.resolve("no-home"),
            "./drydock",
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    var exitCode = Cli.run(shell, command);
    return new Typed(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Typed at(RecordedServer server, Path folder, String... command) {
    return with("", server, folder, command);
  }

  /// @param input on its standard input
  static Typed with(String input, RecordedServer server, Path folder, String... command) {
    var env = new HashMap<String, String>();
    env.put("DRYDOCK_URL", server.url());
    env.put("DRYDOCK_TOKEN", "t0ken");
    return in(input, folder, env, command);
  }
}
