package drydock.sandbox.oci.host;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a kernel makes of user namespaces: why it refuses them, of which the runtime itself only
/// says that something ended early, and what it counts in them.
///
/// @param proc `/proc`
public record UserNamespaces(Path proc) {
  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+");

  public Optional<String> obstacle(Identity identity) {
    if (!Files.exists(proc.resolve("self/ns/user"))) {
      return Optional.of("this kernel has no user namespaces (CONFIG_USER_NS)");
    }
    if (is("user/max_user_namespaces", "0")) {
      return Optional.of(
          "user namespaces are switched off: sysctl -w user.max_user_namespaces=15000");
    }
    if (identity.rootless() && is("kernel/unprivileged_userns_clone", "0")) {
      return Optional.of(
          "user namespaces are for root only: sysctl -w kernel.unprivileged_userns_clone=1");
    }
    if (identity.rootless() && is("kernel/apparmor_restrict_unprivileged_userns", "1")) {
      return Optional.of(
          "AppArmor keeps user namespaces from ordinary users:"
              + " sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
    }
    return Optional.empty();
  }

  /// Whether RLIMIT_NPROC counts the processes and threads that a user has in one user namespace,
  /// and not all that it has on the host: since Linux 5.14 (`kernel/ucount.c`).
  public boolean countProcesses() {
    var release = RELEASE.matcher(read("kernel/osrelease"));
    return release.lookingAt()
        && Version.parse(release.group()).compareTo(Version.parse("5.14")) >= 0;
  }

  private boolean is(String setting, String value) {
    return read(setting).equals(value);
  }

  private String read(String setting) {
    try {
      return Files.readString(proc.resolve("sys").resolve(setting)).strip();
    } catch (IOException e) {
      // Not every kernel has every setting.
      return "";
    }
  }
}
