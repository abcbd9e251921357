package drydock.engine.runner.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.ContentBlock;
import drydock.domain.port.Inbox.Message.Say;
import drydock.engine.home.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AttachedTest {
  private static final byte[] GIF = "GIF89a and so on".getBytes(ISO_8859_1);

  @TempDir Path folder;

  @Test
  void pictures_are_known_by_their_first_bytes_and_all_files_are_told_of() throws IOException {
    write("u_1/real.txt", GIF);
    write("u_2/fake.png", "no picture at all".getBytes(ISO_8859_1));
    write("u_3/large.webp", large());
    write("u_4", "RIFF....WEBPVP8 ".getBytes(ISO_8859_1));
    var say = new Say("Look.", List.of("u_1", "u_2", "u_3", "u_4", "u_5"));
    var attached = new Attached(new Workspace(folder));

    assertThat(attached.spoken(say))
        .isEqualTo(
            """
            Look.

            Attached:
            /app/attachments/u_1/real.txt
            /app/attachments/u_2/fake.png
            /app/attachments/u_3/large.webp
            /app/attachments/u_4
            /app/attachments/u_5\
            """);
    assertThat(attached.pictures(List.of(say, say)))
        .containsExactly(
            new ContentBlock.Image("image/gif", Base64.getEncoder().encodeToString(GIF)),
            new ContentBlock.Image(
                "image/webp",
                Base64.getEncoder().encodeToString("RIFF....WEBPVP8 ".getBytes(ISO_8859_1))));
  }

  @Test
  void words_without_files_are_just_words() {
    var attached = new Attached(new Workspace(folder));
    assertThat(attached.spoken(new Say("Look.", List.of()))).isEqualTo("Look.");
  }

  @Test
  void links_are_not_followed() throws IOException {
    var secret = Files.write(folder.resolve("secret"), GIF);
    Files.createDirectories(folder.resolve("attachments/u_1"));
    Files.createSymbolicLink(folder.resolve("attachments/u_1/a.gif"), secret);
    var say = new Say("Look.", List.of("u_1"));
    assertThat(new Attached(new Workspace(folder)).pictures(List.of(say))).isEmpty();
  }

  private static byte[] large() {
    var bytes = new byte[4_000_000];
    System.arraycopy("RIFF....WEBP".getBytes(ISO_8859_1), 0, bytes, 0, 12);
    return bytes;
  }

  private void write(String path, byte[] bytes) throws IOException {
    var file = folder.resolve("attachments").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
