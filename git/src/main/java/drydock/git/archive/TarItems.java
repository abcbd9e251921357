package drydock.git.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.files.RawPath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The entries of a tar (POSIX.1-2001 pax, GNU, ustar).
final class TarItems {
  private static final int HEADER_BYTES = 1024 * 1024;
  private static final int SLACK_BYTES = 64 * 1024; // padding to records and blocks

  private final Path file;
  private final Gate gate;
  private final Packing packing;

  enum Packing {
    GZIP,
    NONE
  }

  TarItems(Path file, Gate gate, Packing packing) {
    this.file = file;
    this.gate = gate;
    this.packing = packing;
  }

  void each(Archive.Visitor visitor) throws IOException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        var plain = unpacked(raw);
        var metered = new Metered(plain, gate);
        var tar = new Tar(metered)) {
      metered.allow(HEADER_BYTES);
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        metered.allow(entry.getSize() + SLACK_BYTES);
        visit(entry, tar, visitor);
        metered.allow(HEADER_BYTES);
      }
    }
  }

  private InputStream unpacked(InputStream raw) throws IOException {
    return switch (packing) {
      case GZIP -> new BufferedInputStream(new GZIPInputStream(raw, 64 * 1024), 64 * 1024);
      case NONE -> raw;
    };
  }

  private void visit(TarArchiveEntry entry, Tar tar, Archive.Visitor visitor) throws IOException {
    gate.countEntry();
    var path = gate.path(tar.raw(entry.getName()));
    if (path.equals(RawPath.ROOT)) {
      return;
    }
    var item = item(entry, path, tar);
    if (item instanceof Item.File file) {
      gate.count(path, file.bytes());
      visitor.visit(item, tar);
      tar.transferTo(OutputStream.nullOutputStream());
    } else {
      visitor.visit(item, InputStream.nullInputStream());
    }
  }

  private Item item(TarArchiveEntry entry, RawPath path, Tar tar) {
    if (entry.isDirectory()) {
      return new Item.Folder(path);
    }
    if (entry.isSymbolicLink()) {
      var target = tar.raw(entry.getLinkName());
      gate.countName(target);
      return new Item.Link(path, target);
    }
    if (entry.isLink()) {
      return new Item.HardLink(path, gate.path(tar.raw(entry.getLinkName())));
    }
    var flag = entry.getLinkFlag();
    if (flag != '0' && flag != 0 && flag != '7' && !entry.isSparse()) {
      throw Rejection.of(path, "is neither a file nor a folder nor a link");
    }
    return new Item.File(path, entry.getRealSize(), Optional.of((entry.getMode() & 0100) != 0));
  }

  /// Names are read as bytes, one character each. But those of PAX records come as text, and the
  /// library does not say which it gave: so the headers are watched as they pass.
  private static final class Tar extends TarArchiveInputStream {
    private static final int TYPE_AT = 156;
    private boolean inPaxRecord;
    private boolean afterPaxRecord;

    Tar(InputStream in) {
      super(in, ISO_8859_1.name());
    }

    @Override
    protected byte[] readRecord() throws IOException {
      var header = super.readRecord();
      if (header != null && header.length > TYPE_AT) {
        afterPaxRecord = inPaxRecord;
        inPaxRecord = header[TYPE_AT] == 'x';
      }
      return header;
    }

    RawPath raw(String name) {
      var bytes = new RawPath(name);
      var isText = name.chars().anyMatch(c -> c > 0xff) || bytes.text().isEmpty();
      return afterPaxRecord && isText ? RawPath.of(name) : bytes;
    }
  }
}
