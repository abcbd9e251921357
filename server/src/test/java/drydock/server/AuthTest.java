package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /// Every operation of the API's description that does not say it is open.
  static List<String> closed() {
    return OpenApi.operations().stream()
        .filter(operation -> !operation.open())
        .map(operation -> operation.method() + " " + operation.path().replaceAll("\\{\\w+}", "x"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("closed")
  void without_a_token_nothing_is_done(String route) {
    var parts = route.split(" ", 2);
    var response = server.send(server.bare(parts[1]).method(parts[0], BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(server.read(response, Problem.class).code()).isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Basic " + TestServer.TOKEN,
        "Bearer  a b"
      })
  void a_wrong_token_is_no_token(String authorization) {
    var request = server.bare("/api/tasks").header("Authorization", authorization);
    assertThat(server.send(request.GET()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html",
    "/tasks/20260517_3k9x0q7hzt,text/html",
    "/healthz,application/json",
    "/readyz,application/json",
    "/tasks,text/html",
    "/settings/models,text/html",
    "/api/docs,text/html",
    "/assets/app-1f.js,text/javascript",
    "/favicon.ico,image/svg+xml"
  })
  void the_shell_of_the_page_and_the_probes_are_open(String path, String type) {
    var response = server.send(server.bare(path).GET());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
  }

  /// Over a bare connection, since clients tidy addresses up.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web/../api/tasks",
        "/s/../api/tasks",
        "/tasks/../api/tasks",
        "/web/%2e%2e/api/tasks",
        "/web/..%2fapi%2ftasks",
        "/web/..;/api/tasks",
        "/assets/../api/tasks",
        "/assets/%2e%2e/api/tasks",
        "/web;/../api/tasks",
        "/s/x/../../api/tasks",
        "//api/tasks",
        "/./api/tasks",
        "/api//tasks",
        "/api/tasks/",
        "/api/tasks;a=b",
        "/API/tasks",
        "http://localhost/api/tasks",
      })
  void no_disguise_of_an_address_opens_it(String path) throws IOException {
    assertThat(Bare.get(server.server.address(), path))
        .matches("(?s)HTTP/1.1 (400|401|403|404) .*")
        .doesNotContain("\"tasks\"");
  }

  @Test
  void a_login_code_works_once() {
    var code = server.access.newLoginCode();
    var first = login("{\"code\":\"" + code + "\"}");
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
        .matches("drydock=[\\w.-]+; Path=/;.*Max-Age=2592000;.*HttpOnly; SameSite=Strict")
        .doesNotContain("Secure");
    assertThat(login("{\"code\":\"" + code + "\"}").statusCode()).isEqualTo(401);
  }

  @Test
  void a_login_code_is_no_good_after_ten_minutes() {
    var code = server.access.newLoginCode();
    server.clock.advance(Duration.ofMinutes(10));
    assertThat(login("{\"code\":\"" + code + "\"}").statusCode()).isEqualTo(401);
  }

  @Test
  void the_token_opens_a_session_too_and_a_wrong_one_does_not() {
    assertThat(login("{\"token\":\"" + TestServer.TOKEN + "\"}").statusCode()).isEqualTo(204);
    assertThat(login("{\"token\":\"wrong\"}").statusCode()).isEqualTo(401);
    assertThat(login("{}").statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_reads() {
    var request = server.bare("/api/tasks").header("Cookie", cookie());
    assertThat(server.send(request.GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_ends_after_thirty_days_and_cannot_be_made_longer() {
    var cookie = cookie();
    var longer = cookie.replaceFirst("=\\d", "=9");
    assertThat(statusWith(longer)).isEqualTo(401);
    server.clock.advance(Duration.ofDays(30));
    assertThat(statusWith(cookie)).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "OWN, -, 202",
        "-, same-origin, 202",
        "-, -, 403",
        "-, cross-site, 403",
        "-, same-site, 403",
        "-, none, 403",
        "https://evil.example, -, 403",
        "https://evil.example, same-origin, 403",
        "null, -, 403",
        "http://127.0.0.1:1, -, 403",
        "http://localhost, -, 403",
      })
  void with_a_session_only_our_own_pages_change_anything(String origin, String site, int status) {
    var request = server.bare("/api/tasks").header("Cookie", cookie());
    if (origin != null) {
      request.header("Origin", origin.replace("OWN", server.server.address().toString()));
    }
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    assertThat(server.send(posting(request)).statusCode()).isEqualTo(status);
  }

  @Test
  void a_program_with_the_token_needs_no_origin() {
    assertThat(server.send(posting(server.as("/api/tasks"))).statusCode()).isEqualTo(202);
  }

  /// DNS rebinding: another site's name, made to point here.
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:PORT, 200",
    "localhost:PORT, 200",
    "LOCALHOST:PORT, 200",
    "127.1.2.3:PORT, 200",
    "[::1]:PORT, 200",
    "evil.example:PORT, 403",
    "evil.example, 403",
    "localhost.evil.example:PORT, 403",
    "127.0.0.1.evil.example:PORT, 403",
    "127.0.0.1:1, 403",
    "127.0.0.1, 403",
    "0.0.0.0:PORT, 403",
    "10.0.0.1:PORT, 403",
  })
  void another_name_is_refused_whoever_asks(String host, int status) {
    var name = host.replace("PORT", "" + server.server.address().getPort());
    var response = server.send(server.as("/api/tasks").header("Host", name).GET());
    assertThat(response.statusCode()).isEqualTo(status);
    var page = server.send(server.bare("/").header("Host", name).GET());
    assertThat(page.statusCode()).isEqualTo(status);
  }

  @Test
  void under_a_public_name_that_name_and_its_origin_count() {
    try (var own = new TestServer(Optional.of(URI.create("https://drydock.example.org/")))) {
      var login =
          own.bare("/api/login")
              .header("Host", "drydock.example.org")
              .header("Origin", "https://drydock.example.org")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"token\":\"" + TestServer.TOKEN + "\"}"));
      var cookie = own.send(login).headers().firstValue("Set-Cookie").orElse("");
      assertThat(cookie).startsWith("__Host-drydock=").contains("; Secure");
      var request =
          own.bare("/api/tasks")
              .header("Host", "drydock.example.org")
              .header("Cookie", cookie.split(";", 2)[0]);
      assertThat(own.send(posting(request.copy().header("Origin", "https://drydock.example.org"))))
          .satisfies(response -> assertThat(response.statusCode()).isEqualTo(202))
          .satisfies(response ->
              assertThat(response.body()).contains("https://drydock.example.org/tasks/"));
      assertThat(own.send(posting(request.copy().header("Origin", "http://drydock.example.org"))))
          .satisfies(response -> assertThat(response.statusCode()).isEqualTo(403));
    }
  }

  private static HttpRequest.Builder posting(HttpRequest.Builder request) {
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"prompt\":\"work\"}"));
  }

  private int statusWith(String cookie) {
    return server.send(server.bare("/api/tasks").header("Cookie", cookie).GET()).statusCode();
  }

  private String cookie() {
    var login = login("{\"token\":\"" + TestServer.TOKEN + "\"}");
    return login.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpResponse<String> login(String body) {
    return server.send(
        server
            .bare("/api/login")
            .header("Content-Type", "application/json")
            .header("Origin", server.server.address().toString())
            .POST(BodyPublishers.ofString(body)));
  }
}
