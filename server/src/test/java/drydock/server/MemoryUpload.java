package drydock.server;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.port.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// An upload that is counted and forgotten.
final class MemoryUpload {
  private MemoryUpload() {}

  static Uploads.Upload of(InputStream bytes, String name, Instant at) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[8192];
      var size = 0L;
      for (int n; (n = bytes.read(buffer)) >= 0; size += n) {
        if (size == 0 && (n < 2 || buffer[0] != 'P' || buffer[1] != 'K')) {
          throw new RefusedException(Code.ARCHIVE_REJECTED, "this is no zip and no tar.gz");
        }
        digest.update(buffer, 0, n);
      }
      return new Uploads.Upload("u_" + HexFormat.of().formatHex(digest.digest()), name, size, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
