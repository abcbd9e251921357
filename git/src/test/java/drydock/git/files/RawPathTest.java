package drydock.git.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RawPathTest {
  @Test
  void it_is_shown_as_text_if_that_can_be_printed() {
    assertThat(RawPath.of("a/数据 é")).hasToString("a/数据 é");
    assertThat(new RawPath("latin-\u00e9")).hasToString("\"latin-\\351\"");
    assertThat(RawPath.of("a\n\"\\\u001b")).hasToString("\"a\\n\\\"\\\\\\033\"");
    assertThat(RawPath.of("right-to-left\u202e")).hasToString("\"right-to-left\\342\\200\\256\"");
  }

  @Test
  void it_has_parents_children_and_a_name() {
    var path = RawPath.ROOT.child(RawPath.of("a")).child(RawPath.of("b"));

    assertThat(path).isEqualTo(RawPath.of("a/b"));
    assertThat(path.name()).isEqualTo(RawPath.of("b"));
    assertThat(path.parent()).isEqualTo(RawPath.of("a"));
    assertThat(path.parent().parent()).isEqualTo(RawPath.ROOT);
  }

  @Test
  void any_bytes_can_be_said_to_the_file_system() {
    var path = new RawPath("%/\u00ff").under(Path.of("/tmp/a b"));

    assertThat(path.toUri()).hasToString("file:///tmp/a%20b/%25/%FF");
  }
}
