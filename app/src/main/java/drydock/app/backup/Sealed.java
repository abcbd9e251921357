package drydock.app.backup;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// The form of the file: a gzipped tar, and behind its end a block with the checksum of all before
/// it. `tar tzf` reads it: what comes after an archive's end is not looked at.
final class Sealed {
  private static final String MARK = "drydock-backup sha256 ";
  private static final int BUFFER = 1 << 16;

  private Sealed() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes a tar archive; [#seal] ends it.
  static final class Writer extends OutputStream {
    private final Gzip gzip;
    private final OutputStream file;
    private final DigestOutputStream tar;
    private long bytes;

    Writer(OutputStream file) throws IOException {
      // Deflate's fastest level: half the size at four times the speed of its best.
      this.gzip = new Gzip(file);
      this.file = new BufferedOutputStream(gzip, BUFFER);
      this.tar = new DigestOutputStream(this.file, digest());
    }

    private static final class Gzip extends GZIPOutputStream {
      Gzip(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
      }
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      tar.write(from, offset, length);
      bytes += length;
    }

    /// Uncompressed, so far.
    long bytes() {
      return bytes;
    }

    /// The last of all; the file under it stays open.
    void seal() throws IOException {
      file.write(mark(tar.getMessageDigest()));
      file.flush();
      gzip.finish();
    }

    @Override
    public void close() throws IOException {
      tar.close();
    }
  }

  private static byte[] mark(MessageDigest digest) {
    var text = MARK + HexFormat.of().formatHex(digest.digest()) + "\n";
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), TarHeader.BLOCK);
  }

  /// Reads a whole file, and gives its tar archive on.
  ///
  /// @return the archive's size
  /// @throws BackupException if one bit of the file is not as it was
  static long read(Path file, OutputStream to) throws IOException {
    var digest = digest();
    // The last block is held back: it is the mark, as is known at the end.
    var held = new byte[BUFFER + TarHeader.BLOCK];
    var holds = 0;
    var bytes = 0L;
    try (var in = open(file)) {
      for (int n; (n = in.read(held, holds, BUFFER)) >= 0; ) {
        holds += n;
        var free = holds - TarHeader.BLOCK;
        if (free > 0) {
          digest.update(held, 0, free);
          to.write(held, 0, free);
          bytes += free;
          System.arraycopy(held, free, held, 0, TarHeader.BLOCK);
          holds = TarHeader.BLOCK;
        }
      }
    } catch (EOFException | ZipException e) {
      throw damaged(file, e);
    }
    if (!Arrays.equals(Arrays.copyOf(held, TarHeader.BLOCK), mark(digest))) {
      throw damaged(file, new IOException("the checksum is another"));
    }
    return bytes;
  }

  static InputStream open(Path file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file), BUFFER);
  }

  private static BackupException damaged(Path file, IOException e) {
    return new BackupException(
        "%s is damaged or cut off (%s): take another backup".formatted(file, e.getMessage()), e);
  }
}
