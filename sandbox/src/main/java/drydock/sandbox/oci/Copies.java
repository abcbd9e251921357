package drydock.sandbox.oci;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import drydock.sandbox.oci.host.HostCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// [drydock.sandbox.Layering#COPY]: where the kernel refuses overlays, the lowers are copied into
/// the upper when it is first used.
final class Copies {
  private Copies() {}

  static void prepare(LayeredFolder folder) {
    // The work folder is made anew with its upper, and nothing else uses it here.
    var done = folder.work().resolve("copied");
    if (Files.exists(done)) {
      return;
    }
    for (var lower : folder.lowers().reversed()) {
      copy(lower, folder.upper());
    }
    try {
      Files.createFile(done);
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot write " + done + ": " + e, e);
    }
  }

  private static void copy(Path from, Path to) {
    var result =
        HostCommand.run(List.of("cp", "-a", "--reflink=auto", "-T", "--", from + "", to + ""));
    if (!result.ok()) {
      throw new SandboxException(Cause.DISK_FULL, "cannot copy: " + result.lastLine());
    }
  }
}
