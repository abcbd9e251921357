package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Pattern REFERENCE =
      Pattern.compile("(?:from |src=|href=)['\"](/web/[^'\"]+)");

  static List<Path> files() throws IOException {
    try (var files = Files.list(WEB)) {
      return files.sorted().toList();
    }
  }

  /// The policy would not let them run; and text must never become markup.
  @ParameterizedTest
  @MethodSource("files")
  void no_page_has_inline_code_and_no_script_makes_markup(Path file) {
    assertThat(read(file))
        .doesNotContain(
            "<style",
            "style=",
            " onclick=",
            "javascript:",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(");
    assertThat(read(file)).doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void what_a_page_loads_is_there_and_its_policy_is_strict() {
    try (var server = new TestServer()) {
      for (var file : readAll()) {
        REFERENCE
            .matcher(file)
            .results()
            .map(found -> server.send(server.bare(found.group(1)).GET()).statusCode())
            .forEach(status -> assertThat(status).isEqualTo(200));
      }
      for (var path : List.of("/", "/tasks/20260517_3k9x0q7hzt")) {
        var policy =
            server.send(server.bare(path).GET()).headers().firstValue("Content-Security-Policy");
        assertThat(policy.orElse(""))
            .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
            .contains("frame-ancestors 'none'")
            .doesNotContain("unsafe");
      }
    }
  }

  private static List<String> readAll() {
    try {
      return files().stream().map(PagesTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
