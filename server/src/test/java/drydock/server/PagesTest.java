package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Path WEB = Path.of("../web");

  static List<Path> files() throws IOException {
    try (var pages = Files.list(WEB);
        var sources = Files.walk(WEB.resolve("src"))) {
      return Stream.concat(pages, sources)
          .filter(file -> file.toString().matches(".*(\\.html|(?<!\\.test)\\.tsx?)"))
          .sorted()
          .toList();
    }
  }

  /// The policy would not let them run; and text must never become markup.
  @Test
  void no_page_has_inline_code_and_no_script_makes_markup() throws IOException {
    assertThat(files())
        .isNotEmpty()
        .allSatisfy(file ->
            assertThat(read(file))
                .doesNotContain(
                    "<style",
                    " onclick=",
                    "innerHTML",
                    "dangerouslySetInnerHTML",
                    "outerHTML",
                    "insertAdjacentHTML",
                    "document.write",
                    "eval(")
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContainPattern("[\"'`=]\\s*javascript:"));
  }

  @Test
  void the_policy_of_a_page_is_strict() {
    try (var server = new TestServer()) {
      for (var path : List.of("/", "/tasks/20260517_3k9x0q7hzt", "/s/none")) {
        var policy =
            server.send(server.bare(path).GET()).headers().firstValue("Content-Security-Policy");
        assertThat(policy.orElse(""))
            .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
            .contains("frame-ancestors 'none'")
            .doesNotContain("unsafe");
      }
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
