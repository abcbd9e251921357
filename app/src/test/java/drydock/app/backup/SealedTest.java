package drydock.app.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of a backup: what was written is read, and nothing else is.
class SealedTest {
  @TempDir Path folder;

  private Path sealed(byte[] bytes) throws IOException {
    var file = folder.resolve("backup");
    try (var out = new Sealed.Writer(Files.newOutputStream(file))) {
      out.write(bytes);
      out.seal();
    }
    return file;
  }

  private static byte[] read(Path file) throws IOException {
    var read = new ByteArrayOutputStream();
    assertThat(Sealed.read(file, read)).isEqualTo(read.size());
    return read.toByteArray();
  }

  @Test
  void what_was_written_is_read_whatever_its_size() throws IOException {
    for (var size : new int[] {0, 1, 511, 512, 65_535, 65_536, 66_048, 200_000}) {
      var bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      assertThat(read(sealed(bytes))).isEqualTo(bytes);
    }
  }

  @Test
  void every_cut_and_every_changed_byte_is_seen() throws IOException {
    var bytes = new byte[3000];
    new Random(1).nextBytes(bytes);
    var whole = Files.readAllBytes(sealed(bytes));
    var file = folder.resolve("damaged");
    for (var at = 10; at < whole.length; at += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, at));
      assertDamaged(file);
      var changed = whole.clone();
      changed[at] ^= 0x10;
      Files.write(file, changed);
      assertDamaged(file);
    }
  }

  private static void assertDamaged(Path file) {
    assertThatThrownBy(() -> Sealed.read(file, OutputStream.nullOutputStream()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is damaged or cut off");
  }

  @Test
  void a_header_is_what_tar_expects() throws Exception {
    var text = "hello".getBytes(US_ASCII);
    var file = folder.resolve("a.tar");
    try (var out = Files.newOutputStream(file)) {
      out.write(TarHeader.of("drydock-backup/rows/tasks.1", text.length, Instant.EPOCH));
      out.write(text);
      out.write(new byte[TarHeader.padding(text.length)]);
      out.write(new byte[2 * TarHeader.BLOCK]);
    }
    var tar =
        new ProcessBuilder("tar", "-tvf", file.toString(), "--utc", "--full-time")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(tar.getInputStream().readAllBytes(), US_ASCII))
        .isEqualTo(
            "-rw------- 0/0               5 1970-01-01 00:00:00 drydock-backup/rows/tasks.1\n");
    var block = Files.readAllBytes(file);
    assertThat(TarHeader.isOf(block, "drydock-backup/rows/tasks.1")).isTrue();
    assertThat(TarHeader.isOf(block, "drydock-backup/rows/tasks")).isFalse();
    assertThat(TarHeader.size(block)).isEqualTo(5);
  }
}
