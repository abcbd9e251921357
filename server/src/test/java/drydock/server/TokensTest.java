package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.TaskShown;
import drydock.api.token.CallerShown;
import drydock.api.token.TokenList;
import drydock.api.token.TokenShown;
import drydock.domain.Actor;
import drydock.domain.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Named tokens: what each scope opens, and how they come and go.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
  /// What a token needs that is neither only looked at nor only work: settings, and who may ask.
  private static final Set<String> ADMINS =
      Set.of(
          "GET /api/tokens",
          "POST /api/tokens",
          "DELETE /api/tokens/{token}",
          "POST /api/gc",
          "GET /api/isolation",
          "GET /api/providers",
          "PUT /api/providers/{provider}",
          "DELETE /api/providers/{provider}",
          "PUT /api/models/default",
          "DELETE /api/models/default",
          "GET /api/repos/{repo}/environment",
          "PUT /api/repos/{repo}/environment",
          "POST /api/repos/{repo}/environment/try",
          "GET /api/webhooks",
          "POST /api/webhooks",
          "DELETE /api/webhooks/{webhook}");

  /// What is only looked at, and makes the server ask somebody.
  private static final Set<String> ASKING = Set.of("GET /api/branches");

  private TestServer server;
  private Map<Scope, String> tokens;

  @BeforeAll
  void start() {
    server = new TestServer();
    tokens =
        Stream.of(Scope.values())
            .collect(Collectors.toMap(Function.identity(), scope -> make("of-" + scope, scope)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /// Every operation of the API's description that does not say it is open.
  static List<OpenApi.Operation> closed() {
    return OpenApi.operations().stream().filter(operation -> !operation.open()).toList();
  }

  @ParameterizedTest
  @MethodSource("closed")
  void each_scope_opens_what_it_should_and_nothing_else(OpenApi.Operation operation) {
    var name = operation.method() + " " + operation.path();
    var isForAdmins = ADMINS.contains(name);
    // Whoever may look may log out.
    var changes =
        ASKING.contains(name)
            || (!operation.method().equals("GET") && !operation.path().equals("/api/logout"));

    assertThat(isForbidden(Scope.READ, operation)).isEqualTo(changes || isForAdmins);
    assertThat(isForbidden(Scope.WRITE, operation)).isEqualTo(isForAdmins);
    assertThat(isForbidden(Scope.ADMIN, operation)).isFalse();
  }

  private boolean isForbidden(Scope scope, OpenApi.Operation operation) {
    var path = operation.path().replaceAll("\\{\\w+}", "x");
    var response =
        server.send(
            server.as(token(scope), path).method(operation.method(), BodyPublishers.noBody()));
    assertThat(response.statusCode()).isNotEqualTo(401);
    return response.statusCode() == 403;
  }

  @Test
  void it_is_shown_once_and_its_name_is_the_actor_of_what_it_does() {
    var token = make("ci", Scope.WRITE);

    var asked = server.send(posting(server.as(token, "/api/tasks"), "{\"prompt\":\"work\"}"));

    assertThat(server.read(asked, TaskShown.class).actor()).isEqualTo(Actor.user("ci"));
    assertThat(token).matches("dd_[0-9a-f]{64}");
    assertThat(server.get("/api/tokens").body()).contains("\"ci\"").doesNotContain(token);
  }

  @Test
  void whoever_asks_is_told_who_they_are_and_what_they_may() {
    var token = make("reviewer", Scope.READ);
    var reviewer = new CallerShown(Actor.user("reviewer"), Scope.READ);

    var asked = server.send(server.as(token, "/api/caller").GET());
    var inBrowser = server.send(server.bare("/api/caller").header("Cookie", session(token)).GET());

    assertThat(server.read(asked, CallerShown.class)).isEqualTo(reviewer);
    assertThat(server.read(inBrowser, CallerShown.class)).isEqualTo(reviewer);
    assertThat(server.read(server.get("/api/caller"), CallerShown.class))
        .isEqualTo(new CallerShown(Actor.OPERATOR, Scope.ADMIN));
  }

  @Test
  void its_last_use_is_shown_to_the_minute() {
    var token = make("robot", Scope.READ);
    assertThat(shown("robot").lastUsedAt()).isEmpty();
    var first = server.clock.instant();
    server.send(server.as(token, "/api/models").GET());
    server.clock.advance(Duration.ofSeconds(59));
    server.send(server.as(token, "/api/models").GET());

    assertThat(shown("robot").lastUsedAt()).contains(first);

    server.clock.advance(Duration.ofSeconds(1));
    server.send(server.as(token, "/api/models").GET());
    assertThat(shown("robot").lastUsedAt()).contains(first.plusSeconds(60));
  }

  @Test
  void a_revoked_one_opens_nothing_nor_does_the_session_that_it_began() {
    var token = make("laptop", Scope.READ);
    var cookie = session(token);
    assertThat(statusWith(cookie)).isEqualTo(200);

    assertThat(server.delete("/api/tokens/laptop").statusCode()).isEqualTo(204);

    assertThat(statusOf(token)).isEqualTo(401);
    assertThat(statusWith(cookie)).isEqualTo(401);
    assertThat(server.delete("/api/tokens/laptop").statusCode()).isEqualTo(404);
  }

  @Test
  void revoking_it_ends_its_open_streams_and_no_others() {
    var token = make("watcher", Scope.READ);
    var task = server.task("a long one");
    var events = "/api/tasks/" + task + "/events";
    try (var revoked = new Streams(server.as(token, events));
        var other = new Streams(server.as(events))) {
      var seen = revoked.next();
      assertThat(other.next()).isEqualTo(seen);

      server.delete("/api/tokens/" + shown("watcher").id());

      assertThat(revoked.rest()).isEmpty();
      server.post("/api/tasks/" + task + "/messages", "{\"text\":\"go on\"}");
      assertThat(other.next().data()).contains("go on");
    }
  }

  @Test
  void an_expired_one_opens_nothing() {
    var token = make("guest", Scope.READ, "\"expiresIn\":\"PT1H\"");
    assertThat(statusOf(token)).isEqualTo(200);

    server.clock.advance(Duration.ofHours(1));

    assertThat(statusOf(token)).isEqualTo(401);
  }

  @Test
  void a_session_may_do_what_its_token_may() {
    var request =
        server
            .bare("/api/tasks")
            .header("Cookie", session(token(Scope.READ)))
            .header("Origin", server.server.address().toString());
    assertThat(server.send(posting(request, "{\"prompt\":\"work\"}")).statusCode()).isEqualTo(403);
  }

  @Test
  void a_name_is_taken_once() {
    make("twice", Scope.READ);
    var again = server.post("/api/tokens", "{\"name\":\"twice\",\"scope\":\"read\"}");
    assertThat(again.statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "drydock", "", " ", "-x", "a b", "a/b", "\u00e9"})
  void a_name_that_would_mislead_is_refused(String name) {
    var asked = "{\"name\":\"" + name + "\",\"scope\":\"read\"}";
    assertThat(server.post("/api/tokens", asked).statusCode()).isEqualTo(400);
  }

  private String token(Scope scope) {
    return Objects.requireNonNull(tokens.get(scope));
  }

  private String make(String name, Scope scope) {
    return make(name, scope, "");
  }

  private String make(String name, Scope scope, String more) {
    var asked =
        "{\"name\":\"%s\",\"scope\":\"%s\"%s}"
            .formatted(
                name, scope.name().toLowerCase(Locale.ROOT), more.isEmpty() ? "" : "," + more);
    var made = server.post("/api/tokens", asked);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return server.read(made, TokenShown.class).token().orElseThrow();
  }

  private TokenShown shown(String name) {
    return server.read(server.get("/api/tokens"), TokenList.class).tokens().stream()
        .filter(token -> token.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private int statusOf(String token) {
    return server.send(server.as(token, "/api/tasks").GET()).statusCode();
  }

  private int statusWith(String cookie) {
    return server.send(server.bare("/api/tasks").header("Cookie", cookie).GET()).statusCode();
  }

  private String session(String token) {
    var login =
        server
            .bare("/api/login")
            .header("Content-Type", "application/json")
            .header("Origin", server.server.address().toString())
            .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}"));
    return server.send(login).headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static HttpRequest.Builder posting(HttpRequest.Builder request, String body) {
    return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }
}
