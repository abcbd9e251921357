package drydock.sandbox.oci.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Why a kernel refuses user namespaces; the runtime itself only says that something ended early.
///
/// @param proc `/proc`
public record UserNamespaces(Path proc) {
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

  private boolean is(String setting, String value) {
    try {
      return Files.readString(proc.resolve("sys").resolve(setting)).strip().equals(value);
    } catch (IOException e) {
      // Not every kernel has every setting.
      return false;
    }
  }
}
