package drydock.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes a repository's objects one by one, as gitformat-pack(5) and gitrepository-layout(5) say,
/// with nothing that checks them.
record Objects(Path repository) {
  static final String NOBODY = "Eve <eve@example.org> 1767323045 +0000";

  /// A bare repository, with HEAD on `main`.
  static Objects in(Path repository) {
    try {
      Files.createDirectories(repository.resolve("objects/pack"));
      Files.createDirectories(repository.resolve("refs/heads"));
      Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/main\n");
      Files.writeString(
          repository.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
      return new Objects(repository);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String blob(String content) {
    return write("blob", content.getBytes(ISO_8859_1));
  }

  /// @param entries mode, name and id in turns
  String tree(String... entries) {
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < entries.length; i += 3) {
      bytes.writeBytes((entries[i] + " " + entries[i + 1] + "\0").getBytes(ISO_8859_1));
      bytes.writeBytes(HexFormat.of().parseHex(entries[i + 2]));
    }
    return write("tree", bytes.toByteArray());
  }

  String commit(String tree, String message) {
    var text = "tree %s\nauthor %s\ncommitter %s\n\n%s".formatted(tree, NOBODY, NOBODY, message);
    return write("commit", text.getBytes(ISO_8859_1));
  }

  void branch(String name, String commit) {
    try {
      Files.writeString(repository.resolve("refs/heads").resolve(name), commit + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(String type, byte[] content) {
    var head = (type + " " + content.length + "\0").getBytes(ISO_8859_1);
    var sha = sha1();
    sha.update(head);
    var id = HexFormat.of().formatHex(sha.digest(content));
    var file = repository.resolve("objects/" + id.substring(0, 2) + "/" + id.substring(2));
    try {
      Files.createDirectories(file.getParent());
      var fast = new Deflater(Deflater.BEST_SPEED);
      try (var out = new DeflaterOutputStream(Files.newOutputStream(file), fast)) {
        out.write(head);
        out.write(content);
      } finally {
        fast.end();
      }
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A pack of one blob, and of deltas each of which is the one before so many times over.
  void bomb(int rounds, int times) {
    var pack = new ByteArrayOutputStream();
    pack.writeBytes(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, (byte) (rounds + 1)});
    var size = 65_536L;
    var starts = new int[rounds + 1];
    starts[0] = pack.size();
    entry(pack, 3, (int) size, new byte[0], new byte[(int) size]);
    for (var round = 1; round <= rounds; round++) {
      starts[round] = pack.size();
      var delta = delta(size, times);
      entry(pack, 6, delta.length, offset(starts[round] - starts[round - 1]), delta);
      size *= times;
    }
    pack.writeBytes(sha1().digest(pack.toByteArray()));
    try {
      Files.write(repository.resolve("objects/pack/pack-bomb.pack"), pack.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Type and size, what the type asks for, and the content deflated.
  private static void entry(
      ByteArrayOutputStream pack, int type, int size, byte[] more, byte[] content) {
    var left = size >>> 4;
    pack.write((left > 0 ? 0x80 : 0) | (type << 4) | (size & 15));
    for (; left > 0; left >>>= 7) {
      pack.write((left > 127 ? 0x80 : 0) | (left & 127));
    }
    pack.writeBytes(more);
    try (var deflated = new DeflaterOutputStream(pack)) {
      deflated.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How far back the delta's base lies.
  private static byte[] offset(int back) {
    var bytes = new byte[] {(byte) (back & 127)};
    for (var left = back >>> 7; left > 0; left >>>= 7) {
      left--;
      var longer = new byte[bytes.length + 1];
      longer[0] = (byte) (0x80 | (left & 127));
      System.arraycopy(bytes, 0, longer, 1, bytes.length);
      bytes = longer;
    }
    return bytes;
  }

  /// The base, so many times: copies of at most 16 MB each.
  private static byte[] delta(long base, int times) {
    var delta = new ByteArrayOutputStream();
    size(delta, base);
    size(delta, base * times);
    for (var i = 0; i < times; i++) {
      for (var at = 0L; at < base; at += 0xffffffL) {
        var length = Math.min(0xffffffL, base - at);
        delta.write(0xff);
        for (var shift = 0; shift < 32; shift += 8) {
          delta.write((int) (at >>> shift));
        }
        for (var shift = 0; shift < 24; shift += 8) {
          delta.write((int) (length >>> shift));
        }
      }
    }
    return delta.toByteArray();
  }

  private static void size(ByteArrayOutputStream to, long size) {
    for (var left = size; ; left >>>= 7) {
      to.write((int) ((left > 127 ? 0x80 : 0) | (left & 127)));
      if (left <= 127) {
        return;
      }
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
