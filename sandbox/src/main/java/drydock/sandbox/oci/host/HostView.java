package drydock.sandbox.oci.host;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks at the host, and prepares what all sandboxes share.
public final class HostView {
  /// Inside.
  public static final String HOME = "/home/agent";

  /// Inside: what pid 1 runs on.
  public static final String SHELL = "/sh";

  /// The folder of all bundles, in the driver's state.
  public static final String SANDBOXES = "sandboxes";

  /// @param mounts read-only, outermost first
  /// @param environment what every command finds unless its spec says otherwise
  public record Seen(List<Mount> mounts, Map<String, String> environment) {}

  private final Path state;
  private final Path workspaces;
  private final Identity identity;

  /// @param state as in the driver's settings; where things are put together
  /// @param workspaces as in the driver's settings
  public HostView(Path state, Path workspaces, Identity identity) {
    this.state = state;
    this.workspaces = workspaces;
    this.identity = identity;
  }

  /// @param named tool chains outside `/usr`
  /// @param caFile more certificate authorities
  public Seen look(List<Path> named, Optional<Path> caFile) {
    var toolChains = new ToolChains(named);
    try {
      folder(SANDBOXES);
      var trust = new Trust(folder("trust"), caFile, toolChains.jdks());
      var shown = new ArrayList<>(toolChains.mounts());
      shown.addAll(new EtcFolder(Path.of("/etc"), folder("etc"), identity).compose());
      shown.addAll(settingsOutsideEtc());
      shown.addAll(trust.mounts());
      shown.add(Mount.readOnly(shell(), SHELL));
      var environment = new TreeMap<>(toolChains.environment());
      environment.putAll(trust.environment());
      environment.put("HOME", HOME);
      environment.put("LANG", "C.UTF-8");
      if (identity.rootless()) {
        environment.put("IS_SANDBOX", "1");
      }
      return new Seen(shown, environment);
    } catch (IOException e) {
      throw new SandboxException(Cause.UNAVAILABLE, "cannot prepare " + state + ": " + e, e);
    }
  }

  /// What npm calls its global settings lies in `/usr`, which is shown as a whole.
  private List<Mount> settingsOutsideEtc() throws IOException {
    var mounts = new ArrayList<Mount>();
    for (var file : List.of("/usr/etc/npmrc", "/usr/local/etc/npmrc", "/etc/maven/settings.xml")) {
      if (Files.exists(Path.of(file))) {
        var shown = PackageSettings.shown(Path.of(file)).orElse("");
        var copy = folder("settings").resolve(file.substring(1).replace('/', '-'));
        mounts.add(Mount.readOnly(Written.file(copy, shown), file));
      }
    }
    return mounts;
  }

  /// A shell that may be run but not read: a process of such a program can be neither traced nor
  /// read by another of the same user (`would_dump` of the kernel's `fs/exec.c`). Among the
  /// workspaces, because `/run` may be mounted so that nothing there can be run.
  ///
  /// It is not replaced while it is as the host's: a file that is replaced cannot be mounted by
  /// those who have just opened it.
  private Path shell() throws IOException {
    HostFolders.makeWalkable(workspaces);
    var host = Path.of("/bin/sh").toRealPath();
    var shell = workspaces.resolve(".sh");
    if (Files.exists(shell)
        && Files.size(shell) == Files.size(host)
        && Files.getLastModifiedTime(shell).equals(Files.getLastModifiedTime(host))) {
      return shell;
    }
    var fresh = Files.createTempFile(workspaces, ".sh", "");
    Files.copy(
        host, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.setAttribute(fresh, "unix:mode", 0111);
    return Files.move(fresh, shell, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Of the driver's own state, walkable by the sandbox's user whatever the umask.
  private Path folder(String name) throws IOException {
    HostFolders.makeWalkable(state);
    refuseForeign(state);
    refuseForeign(state.toAbsolutePath().getParent());
    Files.setAttribute(state, "unix:mode", identity.rootless() ? 0700 : 0711);
    var folder = state.resolve(name);
    HostFolders.makeWalkable(folder);
    return folder;
  }

  /// In `/tmp` anybody may have been first.
  private void refuseForeign(@Nullable Path folder) throws IOException {
    var owner = folder == null ? 0 : Files.getAttribute(folder, "unix:uid");
    if (!owner.equals(0) && !(identity.rootless() && owner.equals(identity.uid()))) {
      throw new SandboxException(
          Cause.UNAVAILABLE, folder + " belongs to another user: uid " + owner);
    }
  }
}
