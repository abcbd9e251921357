package drydock.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final String PATCH =
      """
      diff --git a/x b/x
      --- a/x
      +++ b/x
      @@ -1 +1 @@
      -old\033[2J
      +new
      """;

  @Test
  void a_terminal_is_not_driven_by_what_others_say() {
    assertThat(shown(true, false, screen -> screen.print(PatchLines.of(PATCH))))
        .isEqualTo(PATCH.replace('\033', '?'));
    assertThat(
            shown(
                true,
                true,
                screen ->
                    screen.write("a\033]0;title\007\u009bb\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("a?]0;title??b\n");
  }

  @Test
  void a_line_end_in_what_others_say_begins_no_line_of_ours() {
    var lie = Line.bad("failed (x): y\nsucceeded\u2028 \u200f\u061cdone\u0085");
    assertThat(shown(true, false, screen -> screen.print(lie)))
        .isEqualTo("failed (x): y\n    succeeded? ??done?\n");
    assertThat(shown(false, false, screen -> screen.write("{\"a\": \"\u009b\"}")))
        .isEqualTo("{\"a\": \"\u009b\"}\n");
    assertThat(shown(true, false, screen -> screen.write("{\"a\": \"\u009b\"}")))
        .isEqualTo("{\"a\": \"?\"}\n");
  }

  @Test
  void a_file_gets_every_byte() {
    assertThat(
            shown(
                false, false, screen -> screen.write("\033\r\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("\033\r\n");
  }

  @Test
  void a_patch_is_coloured_as_git_does() {
    assertThat(shown(true, true, screen -> screen.print(PatchLines.of(PATCH))))
        .isEqualTo(
            """
            \033[1mdiff --git a/x b/x\033[0m
            \033[1m--- a/x\033[0m
            \033[1m+++ b/x\033[0m
            \033[2m@@ -1 +1 @@\033[0m
            \033[31m-old?[2J\033[0m
            \033[32m+new\033[0m
            """);
  }

  private static String shown(boolean terminal, boolean colour, Consumer<Screen> what) {
    var out = new ByteArrayOutputStream();
    what.accept(new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, colour));
    return out.toString(StandardCharsets.UTF_8);
  }
}
