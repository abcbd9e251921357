package drydock.sandbox.oci.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A mount as the OCI runtime specification has it (`config.md`, "Mounts").
public record Mount(String destination, String type, String source, List<String> options) {
  public static Mount of(String destination, String type, String... options) {
    return new Mount(destination, type, type, List.of(options));
  }

  /// With all that is mounted below it (`rro`: mount_setattr(2), Linux 5.12).
  public static Mount readOnly(Path source, String destination) {
    return new Mount(
        destination, "bind", source.toString(), List.of("rbind", "ro", "rro", "nosuid", "nodev"));
  }

  /// What is written there counts as memory.
  ///
  /// @param mode octal
  public static Mount temporary(String destination, String mode, long bytes) {
    return of(destination, "tmpfs", "nosuid", "nodev", "mode=" + mode, "size=" + bytes);
  }

  public static Mount writable(Path source, String destination) {
    return new Mount(destination, "bind", source.toString(), List.of("rbind", "nosuid", "nodev"));
  }

  /// `userxattr`: a mapped user may not write `trusted.` attributes, and without any removing a
  /// lower folder fails with EIO.
  public static Mount overlay(String destination, List<Path> lowers, Path upper, Path work) {
    var lower = String.join(":", lowers.stream().map(Mount::escaped).toList());
    return new Mount(
        destination,
        "overlay",
        "overlay",
        List.of(
            "nosuid",
            "nodev",
            "userxattr",
            "lowerdir=" + lower,
            "upperdir=" + escaped(upper),
            "workdir=" + escaped(work)));
  }

  /// As overlayfs takes options apart: `ovl_next_opt` and `ovl_unescape` of the kernel.
  private static String escaped(Path path) {
    return path.toString().replaceAll("[\\\\,:]", "\\\\$0");
  }

  public boolean covers(Mount other) {
    return other.destination.startsWith(destination + "/");
  }

  /// Of its mount point.
  public int mode() {
    return options.stream()
        .filter(option -> option.startsWith("mode="))
        .mapToInt(option -> Integer.parseInt(option.substring(5), 8))
        .findFirst()
        .orElse(0755);
  }

  public boolean isFile() {
    return type.equals("bind") && !Files.isDirectory(Path.of(source));
  }
}
