package drydock.git.archive;

import drydock.git.files.RawPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The entries of a zip, as its central directory lists them (APPNOTE.TXT of PKWARE; the Unix mode
/// stands in the upper half of the external attributes).
final class ZipItems {
  private static final int S_IFMT = 0xf000;
  private static final int S_IFREG = 0x8000;
  private static final int S_IFDIR = 0x4000;
  private static final int S_IFLNK = 0xa000;
  private static final int LINK_BYTES = 4096; // PATH_MAX

  private final Path file;
  private final Gate gate;

  ZipItems(Path file, Gate gate) {
    this.file = file;
    this.gate = gate;
  }

  void each(Archive.Visitor visitor) throws IOException {
    try (var counted = new CountedReads(FileChannel.open(file), gate);
        var zip =
            ZipFile.builder()
                .setSeekableByteChannel(counted)
                .setUseUnicodeExtraFields(false)
                .setIgnoreLocalFileHeader(true)
                .get()) {
      counted.opened();
      for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        visit(zip, entry, visitor);
      }
    }
  }

  private void visit(ZipFile zip, ZipArchiveEntry entry, Archive.Visitor visitor)
      throws IOException {
    gate.countEntry();
    var given = raw(entry);
    var path = gate.path(given);
    if (path.equals(RawPath.ROOT)) {
      return;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Rejection.of(path, "is encrypted: send it without a password");
    }
    var kind = entry.getUnixMode() & S_IFMT;
    if (given.latin1().endsWith("/") || kind == S_IFDIR) {
      visitor.visit(new Item.Folder(path), InputStream.nullInputStream());
      return;
    }
    if (!zip.canReadEntryData(entry)) {
      throw Rejection.of(path, "is packed by a method that is not supported");
    }
    gate.count(path, entry.getSize());
    try (var content = zip.getInputStream(entry)) {
      switch (kind) {
        case S_IFLNK -> visitor.visit(link(path, content), InputStream.nullInputStream());
        case 0, S_IFREG -> file(path, entry, content, visitor);
        default -> throw Rejection.of(path, "is neither a file nor a folder nor a link");
      }
    }
  }

  private static void file(
      RawPath path, ZipArchiveEntry entry, InputStream content, Archive.Visitor visitor)
      throws IOException {
    var exact = new Exact(path, content, entry.getSize());
    visitor.visit(new Item.File(path, entry.getSize(), executable(entry)), exact);
  }

  private static Optional<Boolean> executable(ZipArchiveEntry entry) {
    return entry.getUnixMode() == 0
        ? Optional.empty()
        : Optional.of((entry.getUnixMode() & 0100) != 0);
  }

  private Item.Link link(RawPath path, InputStream content) throws IOException {
    var target = content.readNBytes(LINK_BYTES + 1);
    if (target.length > LINK_BYTES) {
      throw Rejection.of(path, "is a link with too long a target");
    }
    gate.countName(RawPath.of(target));
    return new Item.Link(path, RawPath.of(target));
  }

  /// Windows programs have written backslashes for slashes.
  private static RawPath raw(ZipArchiveEntry entry) {
    var name = RawPath.of(entry.getRawName());
    return entry.getPlatform() == ZipArchiveEntry.PLATFORM_FAT
        ? new RawPath(name.latin1().replace('\\', '/'))
        : name;
  }
}
