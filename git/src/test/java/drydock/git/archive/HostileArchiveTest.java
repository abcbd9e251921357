package drydock.git.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileArchiveTest {
  private static final ArchiveLimits LIMITS =
      new ArchiveLimits(100L << 20, 50, 1 << 20, 100, 5, 60);

  @TempDir Path place;

  private interface Filling<T> {
    void into(T archive) throws IOException;
  }

  private Archive tar(Filling<TarArchiveOutputStream> filling) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      filling.into(tar);
    }
    return archive(bytes.toByteArray());
  }

  private Archive zip(Filling<ZipArchiveOutputStream> filling) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      filling.into(zip);
    }
    return archive(bytes.toByteArray());
  }

  private Archive archive(byte[] bytes) throws IOException {
    return new Archive(Files.write(place.resolve("archive"), bytes), LIMITS);
  }

  private static void put(TarArchiveOutputStream tar, String name, char type, String link)
      throws IOException {
    var entry = new TarArchiveEntry(name, (byte) type, true);
    entry.setLinkName(link);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private static void put(ZipArchiveOutputStream zip, String name, int mode, String content)
      throws IOException {
    var entry = new ZipArchiveEntry(name);
    if (mode != 0) {
      entry.setUnixMode(mode);
    }
    zip.putArchiveEntry(entry);
    zip.write(content.getBytes(UTF_8));
    zip.closeArchiveEntry();
  }

  private static void assertRefused(Archive archive, String why) {
    assertThatThrownBy(() -> Contents.of(archive))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("the archive is refused: ")
        .hasMessageContaining(why)
        .message()
        .hasLineCount(1)
        .matches("\\P{Cntrl}*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /etc/passwd         | absolute path
          C:/Windows/x        | absolute path
          ../up               | '..'
          a/../../up          | '..'
          a/..                | '..'
          .GIT/config         | '.git' on some machines
          a/.Git/hooks/x      | '.git' on some machines
          .git /config        | '.git' on some machines
          .git./config        | '.git' on some machines
          git~1/config        | '.git' on some machines
          .git:stream         | '.git' on some machines
          .g\u200cit/config   | '.git' on some machines
          a/b/c/d/e/f         | deeper
          aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | longer than 60
          """)
  void names_that_reach_out_are_refused(String name, String why) throws IOException {
    assertRefused(tar(t -> put(t, name, '0', "")), why);
    assertRefused(zip(z -> put(z, name, 0100644, "")), why);
  }

  @Test
  void names_with_control_characters_are_refused_and_shown_harmless() throws IOException {
    assertRefused(tar(t -> put(t, "a\u001b[31m", '0', "")), "\"a\\033[31m\"");
    assertRefused(zip(z -> put(z, "a\nb", 0100644, "")), "\"a\\nb\"");
    assertRefused(zip(z -> put(z, "a\0b", 0100644, "")), "control characters");
  }

  @ParameterizedTest
  @CsvSource({"/etc/passwd", "..", "a/../..", "../../x", "in/up/..", "in/up/../..", "abs"})
  void links_that_lead_out_are_refused(String target) throws IOException {
    assertRefused(
        tar(t -> {
          put(t, "in/deep/x", '0', "");
          put(t, "in/up", '2', "deep/../..");
          put(t, "l", '2', target);
          if (target.equals("abs")) {
            put(t, "abs", '2', "/");
          }
        }),
        "leads out of the archive");
  }

  @Test
  void a_link_out_of_the_top_folder_that_is_stripped_is_refused() throws IOException {
    assertRefused(zip(z -> put(z, "top/link", 0120777, "../top2")), "leads out");
  }

  @Test
  void links_within_are_taken_and_so_are_circles() throws IOException {
    var archive =
        tar(t -> {
          put(t, "a/", '5', "");
          put(t, "a/x", '0', "");
          put(t, "b", '2', "a/../a/./x");
          put(t, "c", '2', "c");
          put(t, "a/d", '2', "../missing");
        });
    assertThat(Contents.of(archive).top()).isEmpty();
  }

  @Test
  void what_is_no_file_folder_or_link_is_refused() throws IOException {
    for (var type : List.of('3', '4', '6')) {
      assertRefused(tar(t -> put(t, "x", type, "")), "neither a file nor a folder nor a link");
    }
    assertRefused(zip(z -> put(z, "x", 0010644, "")), "neither a file nor a folder nor a link");
    assertRefused(tar(t -> put(t, "x", '1', "y")), "hard link to what is no file");
    assertRefused(tar(t -> put(t, "x", '1', "../../etc/passwd")), "'..'");
  }

  @Test
  void what_hides_something_else_is_refused() throws IOException {
    assertRefused(
        zip(z -> {
          put(z, "a", 0100644, "1");
          put(z, "./a", 0100644, "2");
        }),
        "'a' is in it twice");
    assertRefused(
        tar(t -> {
          put(t, "dir", '2', ".");
          put(t, "dir/x", '0', "");
        }),
        "'dir/x' lies below what is no folder");
  }

  @Test
  @Tag("integration")
  void too_much_of_anything_is_refused() throws IOException {
    assertRefused(
        zip(z -> {
          for (var i = 0; i < 51; i++) {
            put(z, "f" + i, 0100644, "");
          }
        }),
        "more than 50 entries");
    assertRefused(
        tar(t -> {
          var entry = new TarArchiveEntry("zeros");
          entry.setSize(80 << 20);
          t.putArchiveEntry(entry);
          t.write(new byte[80 << 20]);
          t.closeArchiveEntry();
        }),
        "100 times its own size");
    assertRefused(
        tar(t -> {
          var entry = new TarArchiveEntry("huge");
          entry.setSize(101 << 20);
          t.putArchiveEntry(entry);
          t.write(new byte[101 << 20]);
          t.closeArchiveEntry();
        }),
        "larger than");
    assertRefused(
        tar(t -> {
          var entry = new TarArchiveEntry("././@LongLink", (byte) 'L', true);
          entry.setSize(2 << 20);
          t.putArchiveEntry(entry);
          t.write("n".repeat(2 << 20).getBytes(UTF_8));
          t.closeArchiveEntry();
          put(t, "x", '0', "");
        }),
        "an entry's header is too long");
  }

  @Test
  void what_is_damaged_is_refused() throws IOException {
    var whole = new ArrayList<Item>();
    tar(t -> put(t, "a", '0', "")).each((item, _) -> whole.add(item));
    assertThat(whole).hasSize(1);
    var bytes = Files.readAllBytes(place.resolve("archive"));
    assertRefused(archive(java.util.Arrays.copyOf(bytes, bytes.length - 12)), "cut off");
    assertRefused(archive("hello".getBytes(UTF_8)), "neither a zip nor a tar.gz nor a tar");
    assertRefused(archive(new byte[0]), "neither a zip nor a tar.gz nor a tar");
    zip(z -> put(z, "a", 0100644, "x"));
    var zip = Files.readAllBytes(place.resolve("archive"));
    assertRefused(
        archive(java.util.Arrays.copyOf(zip, zip.length - 30)),
        "damaged or cut off (Archive is not a ZIP archive)");
  }

  @Test
  void an_encrypted_zip_is_refused() throws IOException {
    zip(z -> put(z, "a", 0100644, "x"));
    var bytes = Files.readAllBytes(place.resolve("archive"));
    for (var i = 0; i < bytes.length - 10; i++) {
      var isLocal = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3;
      var isCentral = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1;
      if (isLocal || isCentral) {
        bytes[i + (isLocal ? 6 : 8)] |= 1;
      }
    }
    assertRefused(archive(bytes), "'a' is encrypted: send it without a password");
  }

  @Test
  void a_content_longer_than_the_zip_says_is_refused_when_it_is_read() throws IOException {
    zip(z -> put(z, "a", 0100644, "x".repeat(1000)));
    var bytes = Files.readAllBytes(place.resolve("archive"));
    for (var i = 0; i < bytes.length - 30; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1) {
        bytes[i + 24] = 10; // the uncompressed size in the central directory
        bytes[i + 25] = 0;
      }
    }
    var archive = archive(bytes);
    assertThatThrownBy(() -> archive.each((_, content) -> read(content)))
        .isInstanceOf(RefusedException.class);
  }

  private static void read(InputStream content) throws IOException {
    content.readAllBytes();
  }
}
