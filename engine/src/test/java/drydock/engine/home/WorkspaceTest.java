package drydock.engine.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  @Test
  void an_attachment_has_a_name_that_is_one_everywhere() {
    var half = "\uD800\uDC00".repeat(40);
    Map.of(
            "a plan (2).png",
            "a plan (2).png",
            "../../.bashrc",
            "_.._.bashrc",
            "-rf",
            "rf",
            "a\nb\u202Ec.txt",
            "a_b_c.txt",
            "...",
            "file",
            "x".repeat(80) + ".png",
            "x".repeat(56) + ".png",
            "y" + half + "z",
            "\uD800\uDC00".repeat(29) + "z")
        .forEach((sent, named) -> assertThat(Workspace.fileName(sent)).isEqualTo(named));
  }
}
