package drydock.git.archive;

import drydock.domain.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A zip, tar.gz or tar that a stranger sent. Nothing is ever unpacked to a folder: the content of
/// each entry is handed over as a stream, so no name in it can reach anything.
public final class Archive {
  private static final int MAGIC_BYTES = 512;
  private static final int USTAR_AT = 257;

  private final Path file;
  private final ArchiveLimits limits;

  public Archive(Path file, ArchiveLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  public interface Visitor {
    /// @param content of a file; must be read to its end or not at all. Empty for everything else
    void visit(Item item, InputStream content) throws IOException;
  }

  /// Goes through the entries in their order.
  ///
  /// @throws RefusedException ARCHIVE_REJECTED at the first entry that is not taken; those before
  ///   were visited
  public void each(Visitor visitor) {
    try {
      var gate = new Gate(limits, Files.size(file));
      switch (format()) {
        case ZIP -> new ZipItems(file, gate).each(visitor);
        case TAR_GZ -> new TarItems(file, gate, TarItems.Packing.GZIP).each(visitor);
        case TAR -> new TarItems(file, gate, TarItems.Packing.NONE).each(visitor);
      }
    } catch (IOException | IllegalArgumentException e) {
      // The library says both of malformed input.
      var refused = Rejection.of("it is damaged or cut off (" + reason(e) + ")");
      refused.initCause(e);
      throw refused;
    }
  }

  /// What the library found first: around it, it puts the name of our channel.
  private static @Nullable String reason(Throwable e) {
    var first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage() == null ? e.getMessage() : first.getMessage();
  }

  private enum Format {
    ZIP,
    TAR_GZ,
    TAR
  }

  private Format format() throws IOException {
    try (var in = Files.newInputStream(file)) {
      var magic =
          new String(in.readNBytes(MAGIC_BYTES), java.nio.charset.StandardCharsets.ISO_8859_1);
      if (magic.startsWith("PK\3\4") || magic.startsWith("PK\5\6")) {
        return Format.ZIP;
      }
      if (magic.startsWith("\u001f\u008b")) {
        return Format.TAR_GZ;
      }
      if (magic.startsWith("ustar", USTAR_AT)) {
        return Format.TAR;
      }
      throw Rejection.of("it is neither a zip nor a tar.gz nor a tar");
    }
  }
}
