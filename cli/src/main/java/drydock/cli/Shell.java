package drydock.cli;

import drydock.cli.show.Screen;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// What surrounds a command: where it was typed, and where its words go.
///
/// @param folder the current folder
/// @param home the installation's home if `DRYDOCK_HOME` does not name another
/// @param launcher how Drydock was called, as typed in `folder`
/// @param terminal a person looks at `out`: colours, and no raw control characters
public record Shell(
    Map<String, String> env,
    Path folder,
    Path home,
    String launcher,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal) {
  public Shell {
    env = Map.copyOf(env);
  }

  /// A setting; one that is empty counts as not given.
  String setting(String name, String otherwise) {
    var value = env.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value.strip();
  }

  Screen screen() {
    return new Screen(out, terminal, terminal && !env.containsKey("NO_COLOR"));
  }
}
