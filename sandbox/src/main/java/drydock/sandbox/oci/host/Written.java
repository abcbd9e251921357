package drydock.sandbox.oci.host;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/// Files of ours that several processes may write at once, always with the same content.
final class Written {
  private Written() {}

  /// Each character of the content is one byte.
  static Path file(Path file, String content) {
    return file(file, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Path file(Path file, byte[] content) {
    try {
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
        var fresh = Files.createTempFile(file.getParent(), ".", ".new");
        Files.write(fresh, content);
        Files.setAttribute(fresh, "unix:mode", 0644);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return file;
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot write " + file + ": " + e, e);
    }
  }
}
