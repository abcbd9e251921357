package drydock.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import drydock.domain.Secret;
import drydock.domain.network.Uplink;
import drydock.git.process.GitException;
import drydock.git.process.GitSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against `git http-backend`, behind a server that wants a password.
@Tag("integration")
class HttpRemoteTest {
  private static final String TOKEN = "t0ken-of-a-test";

  @TempDir Path place;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/private/", exchange -> ifAuthorized(exchange));
    server.createContext("/moved/", exchange -> redirect(exchange));
    server.createContext("/broken/", exchange -> answer(exchange, 500, "oops"));
    server.createContext("/missing/", exchange -> answer(exchange, 404, "none"));
    server.createContext(
        "/page/", exchange -> answer(exchange, 200, "<html>\n<p>a page</p>\n</html>\n"));
    server.start();
    Shell.run(
        place,
        "git init -q -b main repo.git; cd repo.git; echo 1 > a; git add a; git commit -qm One");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private Mirror fetched(String path, Map<String, Secret> tokens) {
    return mirrors(tokens).ofUrl("http://" + host() + path, Optional.empty(), LocalPaths.REFUSED);
  }

  private Mirrors mirrors(Map<String, Secret> tokens) {
    var settings =
        new GitSettings(
            place.resolve("home"),
            Uplink.DIRECT,
            tokens,
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(60));
    return new Mirrors(place.resolve("mirrors"), settings);
  }

  @Test
  void a_private_repository_is_fetched_with_the_token_of_its_host() {
    var mirror = fetched("/private/repo.git", Map.of(host(), new Secret(TOKEN)));

    assertThat(mirror.resolve(Optional.empty()).subject()).isEqualTo("One");
    assertThat(Shell.run(place, "grep -r " + TOKEN + " mirrors home || true")).isEmpty();
  }

  @Test
  void a_moved_repository_is_followed() {
    var mirror = fetched("/moved/repo.git", Map.of(host(), new Secret(TOKEN)));

    assertThat(mirror.resolve(Optional.empty()).subject()).isEqualTo("One");
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_silent_host_and_for_whoever_waits_for_it()
      throws Exception {
    var asked = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    server.createContext(
        "/silent/",
        exchange -> {
          asked.countDown();
          awaited(over);
        });
    var mirrors = mirrors(Map.of());
    var first = Thread.ofVirtual().start(() -> fetchedOrNot(mirrors));
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    var second = Thread.ofVirtual().start(() -> fetchedOrNot(mirrors));

    second.interrupt();
    assertThat(second.join(Duration.ofSeconds(10))).isTrue();
    first.interrupt();
    assertThat(first.join(Duration.ofSeconds(10))).isTrue();
    over.countDown();
  }

  private void fetchedOrNot(Mirrors mirrors) {
    try {
      mirrors.ofUrl("http://" + host() + "/silent/repo.git", Optional.empty(), LocalPaths.REFUSED);
    } catch (GitException _) {
      // Interrupted.
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failures_say_what_to_do() {
    var wrong = Map.of(host(), new Secret("wr0ng"));
    var noAccess =
        "there is no such repository, or no access to it: check the URL, and the token for its"
            + " host in git.credentials";
    assertFails("/private/repo.git", Map.of(), noAccess);
    assertFails("/private/repo.git", wrong, noAccess);
    assertFails("/missing/repo.git", wrong, noAccess);
    assertFails("/page/repo.git", Map.of(), "there is no git repository: check the URL or path");
    assertFails(
        "/broken/repo.git",
        Map.of(),
        "the host does not answer: check the URL, or try again later");
  }

  private void assertFails(String path, Map<String, Secret> tokens, String says) {
    assertThatThrownBy(() -> fetched(path, tokens))
        .isInstanceOf(GitException.class)
        .hasMessage("http://" + host() + path + ": " + says)
        .hasToString("drydock.git.process.GitException: http://" + host() + path + ": " + says);
  }

  private void ifAuthorized(HttpExchange exchange) throws IOException {
    var expected =
        "Basic " + Base64.getEncoder().encodeToString(("x-access-token:" + TOKEN).getBytes(UTF_8));
    if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
      answer(exchange, 401, "who are you?");
    } else {
      backend(exchange);
    }
  }

  private void redirect(HttpExchange exchange) throws IOException {
    var there = exchange.getRequestURI().toString().replace("/moved/", "/private/");
    exchange.getResponseHeaders().add("Location", there);
    answer(exchange, 301, "over there");
  }

  /// A CGI program (RFC 3875): the request in the environment and on stdin, headers and body on
  /// stdout.
  private void backend(HttpExchange exchange) throws IOException {
    var builder = new ProcessBuilder("git", "http-backend");
    var uri = exchange.getRequestURI();
    builder.environment().put("GIT_PROJECT_ROOT", place.toString());
    builder.environment().put("GIT_HTTP_EXPORT_ALL", "1");
    builder.environment().put("PATH_INFO", uri.getPath().replace("/private", ""));
    builder.environment().put("QUERY_STRING", Optional.ofNullable(uri.getQuery()).orElse(""));
    builder.environment().put("REQUEST_METHOD", exchange.getRequestMethod());
    for (var header : List.of("Content-Type", "Content-Encoding", "Git-Protocol")) {
      var value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        var name = header.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        builder.environment().put(name.equals("CONTENT_TYPE") ? name : "HTTP_" + name, value);
      }
    }
    var process = builder.start();
    try (var input = process.getOutputStream()) {
      exchange.getRequestBody().transferTo(input);
    }
    var output = process.getInputStream().readAllBytes();
    var body = new String(output, ISO_8859_1).indexOf("\r\n\r\n") + 4;
    for (var line : new String(output, 0, body - 4, ISO_8859_1).split("\r\n", -1)) {
      exchange.getResponseHeaders().add(line.replaceAll(":.*", ""), line.replaceAll("^.*?: ", ""));
    }
    exchange.sendResponseHeaders(200, output.length - body);
    try (var response = exchange.getResponseBody()) {
      response.write(output, body, output.length - body);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    exchange.sendResponseHeaders(status, text.length());
    try (var body = exchange.getResponseBody()) {
      body.write(text.getBytes(UTF_8));
    }
  }
}
