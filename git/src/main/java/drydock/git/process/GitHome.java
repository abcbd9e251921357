package drydock.git.process;

import drydock.git.files.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The folder that git takes for its HOME, and the environment of every git process: all of it said
/// here, nothing inherited but PATH.
final class GitHome {
  /// Debian, Fedora, OpenSSL's own.
  private static final List<Path> SYSTEM_BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/cert.pem"));

  private final GitSettings settings;
  private final Path config;

  GitHome(GitSettings settings) {
    this.settings = settings;
    this.config = settings.home().resolve("gitconfig");
    try {
      Files.createDirectories(temporary());
      Files.setPosixFilePermissions(settings.home(), PosixFilePermissions.fromString("rwx------"));
      Resource.install(GitHome.class, "gitconfig", config);
      if (settings.uplink().caFile().isPresent()) {
        writeCaFile(settings.uplink().caFile().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// git takes one file, and then not the system's own.
  private void writeCaFile(Path more) throws IOException {
    var all = new ByteArrayOutputStream();
    for (var bundle : SYSTEM_BUNDLES) {
      if (Files.isReadable(bundle)) {
        all.write(Files.readAllBytes(bundle));
        break;
      }
    }
    all.write('\n');
    all.write(Files.readAllBytes(more));
    Files.write(Path.of(caFile(settings)), all.toByteArray());
  }

  static String caFile(GitSettings settings) {
    return settings.home().resolve("ca.pem").toString();
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
    // Stronger than any configuration, which a repository of this machine brings along when it is
    // fetched from; and what it lacks it may not fetch by a command of its own (git-fetch(1)).
    environment.put("GIT_ALLOW_PROTOCOL", "https:http:ssh");
    environment.put("GIT_NO_LAZY_FETCH", "1");
    return environment;
  }
}
