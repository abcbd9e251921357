package drydock.sandbox.oci;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the driver is told by the operator and the machine.
///
/// @param state a folder of the driver's own, made if missing. Short (a Unix socket's path has 108
///   bytes), and as root walkable by everybody: below `/run/drydock`, for an ordinary user below
///   `$XDG_RUNTIME_DIR/drydock`, failing both a short one in `/tmp`
/// @param workspaces below it lie the layered folders of all sandboxes: whether overlays work
///   depends on its filesystem. Made if missing
/// @param installation as in [drydock.sandbox.Labels]: [OciDriver#sweep] touches only its own
/// @param node as in [drydock.sandbox.Labels]
/// @param runtime name or path of the runtime's executable: `runc`
/// @param toolchains more host folders to show read-only at the same path; they, or the `bin` in
///   them, go first on PATH
/// @param caFile a company's certificate authorities in PEM, trusted inside beside the system's
/// @param runtimeDir `$XDG_RUNTIME_DIR`, where an ordinary user's systemd listens
public record OciSettings(
    Path state,
    Path workspaces,
    String installation,
    String node,
    String runtime,
    List<Path> toolchains,
    Optional<Path> caFile,
    Optional<Path> runtimeDir) {
  public OciSettings {
    toolchains = List.copyOf(toolchains);
  }
}
