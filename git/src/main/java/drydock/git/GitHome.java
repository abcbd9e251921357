package drydock.git;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/// The folder that git takes for its HOME, and the environment of every git process: all of it said
/// here, nothing inherited but PATH.
final class GitHome {
  private final GitSettings settings;
  private final Path config;

  GitHome(GitSettings settings) {
    this.settings = settings;
    this.config = settings.home().resolve("gitconfig");
    try {
      Files.createDirectories(temporary());
      Files.setPosixFilePermissions(settings.home(), PosixFilePermissions.fromString("rwx------"));
      install("gitconfig", config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GitSettings settings() {
    return settings;
  }

  Path temporary() {
    return settings.home().resolve("tmp");
  }

  /// Without a network: for commands that stay on this machine.
  Map<String, String> environment() {
    var environment = new TreeMap<String, String>();
    environment.put("HOME", settings.home().toString());
    environment.put("XDG_CONFIG_HOME", settings.home().toString());
    environment.put("TMPDIR", temporary().toString());
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", config.toString());
    environment.put("GIT_ATTR_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    environment.put("GIT_SSH_COMMAND", "false");
    return environment;
  }

  /// Writes a resource of this package; readers see the old file or the new one.
  static void install(String resource, Path target) throws IOException {
    var beside = Files.createTempFile(target.getParent(), resource, ".new");
    try (var in = GitHome.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      Files.write(beside, in.readAllBytes());
    }
    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(beside, target, ATOMIC_MOVE);
  }
}
