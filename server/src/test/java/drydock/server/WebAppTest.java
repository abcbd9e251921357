package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAppTest {
  private static final TestServer SERVER = new TestServer();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/tasks",
        "/tasks/20260517_3k9x0q7hzt",
        "/settings",
        "/settings/tokens",
        "/api/docs"
      })
  void every_address_of_the_app_is_answered_with_its_one_page(String path) {
    var answer = SERVER.send(SERVER.bare(path).GET());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("/assets/app-1f.js");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';")
        .doesNotContain("unsafe");
  }

  @Test
  void a_page_that_a_browser_has_is_not_sent_again() {
    var tag = header(SERVER.send(SERVER.bare("/").GET()), "ETag");

    var again = SERVER.send(SERVER.bare("/tasks").header("If-None-Match", tag).GET());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void what_a_page_loads_may_be_kept_for_ever_and_comes_compressed_to_who_takes_that()
      throws IOException, InterruptedException {
    var plain = SERVER.send(SERVER.bare("/assets/app-1f.js").GET());
    var request = SERVER.bare("/assets/app-1f.js").header("Accept-Encoding", "gzip, br").GET();
    try (var client = HttpClient.newHttpClient()) {
      var small = client.send(request.build(), BodyHandlers.ofByteArray());

      assertThat(plain.body()).isEqualTo(BuiltWeb.SCRIPT);
      assertThat(header(plain, "Content-Encoding")).isEmpty();
      assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
      assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
      assertThat(header(small, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(small, "Content-Type")).startsWith("text/javascript");
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
        assertThat(new String(gzip.readAllBytes(), UTF_8)).isEqualTo(BuiltWeb.SCRIPT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/none.js", "/assets/app-1f.js.gz", "/assets/index.html", "/assets/a/b"})
  void nothing_else_of_the_folder_is_served(String path) {
    assertThat(SERVER.send(SERVER.bare(path).GET()).statusCode()).isEqualTo(404);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
