package drydock.engine;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.port.Uploads;
import drydock.engine.home.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;

/// Files that people send: kept under the hash of their bytes. Thread safe.
final class UploadFolder {
  private final Home home;
  private final Uploads uploads;
  private final InstantSource clock;
  private final long maxBytes;
  private final Lock using;

  /// @param using held while an upload gets its place: it must not go meanwhile
  UploadFolder(Home home, Uploads uploads, InstantSource clock, long maxBytes, Lock using) {
    this.home = home;
    this.uploads = uploads;
    this.clock = clock;
    this.maxBytes = maxBytes;
    this.using = using;
  }

  /// @throws RefusedException if it is too large or empty; nothing is left then
  Uploads.Upload take(InputStream bytes, String name) {
    try {
      var beside = Files.createTempFile(home.uploads(), "incoming", ".new");
      try {
        var digest = MessageDigest.getInstance("SHA-256");
        var size = copy(bytes, beside, digest);
        var id = "u_" + HexFormat.of().formatHex(digest.digest());
        var upload = new Uploads.Upload(id, shown(name), size, clock.instant());
        keep(beside, upload);
        return upload;
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the upload", e);
    }
  }

  private void keep(Path beside, Uploads.Upload upload) throws IOException {
    using.lock();
    try {
      Files.move(
          beside,
          home.upload(upload.id()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      uploads.add(upload);
    } finally {
      using.unlock();
    }
  }

  private long copy(InputStream from, Path to, MessageDigest digest) throws IOException {
    var size = 0L;
    var buffer = new byte[64 * 1024];
    try (var out = Files.newOutputStream(to)) {
      for (int n; (n = from.read(buffer)) >= 0; ) {
        size += n;
        if (size > maxBytes) {
          throw new RefusedException(
              Code.TOO_LARGE,
              "the upload is larger than %d MB: send less, or a Git URL".formatted(maxBytes >> 20));
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    if (size == 0) {
      throw new RefusedException(Code.ARCHIVE_REJECTED, "the upload is empty");
    }
    return size;
  }

  /// A name for people: what could be a path or a control sequence is gone.
  private static String shown(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = last.replaceAll("\\p{Cntrl}", "");
    return clean.substring(0, Math.min(clean.length(), 200));
  }
}
