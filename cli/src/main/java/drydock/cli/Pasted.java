package drydock.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Commands for a person to paste into a shell. Pure.
public final class Pasted {
  private Pasted() {}

  /// What client commands in another terminal must be told of a server.
  ///
  /// @param usualHome where clients look for the token by themselves
  /// @return none if they find it by themselves
  public static Optional<String> exports(URI address, Path home, Path usualHome) {
    var text = new StringBuilder();
    if (!address.toString().equals(Address.USUAL)) {
      text.append(" DRYDOCK_URL=").append(quoted(address.toString()));
    }
    if (!home.equals(usualHome)) {
      text.append(" DRYDOCK_HOME=").append(quoted(home.toString()));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of("export" + text);
  }

  /// Applies a task's diff to the code that it was about.
  ///
  /// @param code a folder of this machine; none = the code came from elsewhere, and the person will
  ///   go to their own copy
  static String applying(Shell shell, Optional<Path> code, String id) {
    if (code.filter(shell.folder()::equals).isPresent()) {
      return quoted(shell.launcher()) + " apply " + id;
    }
    var apply = quoted(fromAnywhere(shell)) + " apply " + id;
    return code.map(folder -> "cd " + quoted(folder.toString()) + " && " + apply).orElse(apply);
  }

  private static String fromAnywhere(Shell shell) {
    var launcher = shell.launcher();
    return launcher.contains("/")
        ? shell.folder().resolve(launcher).normalize().toString()
        : launcher;
  }

  /// As POSIX shells read it (Shell Command Language, 2.2.2).
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
