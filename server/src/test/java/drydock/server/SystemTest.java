package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.Json;
import drydock.api.Problem;
import drydock.api.system.Cleaned;
import drydock.api.system.SystemShown;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemTest {
  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void the_system_tells_how_it_is() {
    assertThat(server.read(server.get("/api/system"), SystemShown.class))
        .isEqualTo(
            new SystemShown(
                true,
                "0.1.0",
                1,
                4,
                2,
                Optional.of(Instant.EPOCH),
                List.of(new SystemShown.Part("database", true, "PostgreSQL 18")),
                new SystemShown.Disk(
                    5_000,
                    9_000,
                    1_000,
                    700,
                    Optional.of(
                        new SystemShown.Used(
                            Instant.EPOCH,
                            Duration.ofMillis(3),
                            List.of(new SystemShown.Kind("logs", 12, 2)))))));
  }

  @Test
  void the_self_test_of_isolation_is_told_and_can_be_run_again() {
    assertThat(server.get("/api/isolation").body())
        .contains("\"took\":\"PT1S\",\"holds\":true")
        .contains(
            "{\"id\":\"tcp\",\"tried\":\"connects to a public address\","
                + "\"verdict\":\"blocked\",\"detail\":\"no way\"}");
    assertThat(server.get("/api/isolation?fresh=true").body()).contains("\"took\":\"PT2S\"");
  }

  @Test
  void what_nothing_needs_is_removed_or_only_looked_at() {
    var item = new Cleaned.Item("checkout", "checkouts/a.git/b", 12);
    assertThat(server.read(server.post("/api/gc?dryRun=true", ""), Cleaned.class))
        .isEqualTo(new Cleaned(true, List.of(item)));
    assertThat(server.read(server.post("/api/gc", ""), Cleaned.class).dryRun()).isFalse();
    assertThat(server.post("/api/gc?dryRun=maybe", "").statusCode()).isEqualTo(400);
  }

  @Test
  void models_and_agents_are_listed() {
    assertThat(server.get("/api/models").body()).contains("\"name\":\"openai/gpt-5\"");
    assertThat(server.get("/api/agents").body()).isEqualTo("{\"agents\":[{\"name\":\"drydock\"}]}");
  }

  @Test
  void metrics_are_for_prometheus() {
    assertThat(server.get("/metrics").body())
        .contains("# TYPE drydock_capacity gauge\ndrydock_capacity 4\n");
  }

  @Test
  void the_api_describes_itself() {
    assertThat(server.get("/api/openapi.yaml").body()).isEqualTo(OpenApi.document());
  }

  @Test
  void a_server_that_cannot_take_tasks_says_so() {
    try (var own = new TestServer()) {
      own.workstation.becomesUnready();
      assertThat(own.send(own.bare("/readyz").GET()).statusCode()).isEqualTo(503);
      assertThat(own.send(own.bare("/healthz").GET()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void json_of_our_own_that_is_damaged_is_our_fault_and_told_by_a_number_only() {
    var answer = server.get("/api/tasks?cursor=breaks");
    assertThat(answer.statusCode()).isEqualTo(500);
    var problem = server.read(answer, Problem.class);
    assertThat(problem.code()).isEqualTo("internal");
    assertThat(problem.detail()).contains(problem.instance().orElseThrow());
  }

  @Test
  void a_database_that_is_away_is_no_fault_and_one_may_ask_again() {
    var events = server.as("/api/tasks/" + server.task("work") + "/events");
    events.header("Accept", "application/json");
    server.workstation.isAwayFor(1);

    var answer = server.send(events);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(server.read(answer, Problem.class).code()).isEqualTo("unavailable");
    assertThat(server.send(events).statusCode()).isEqualTo(200);
  }

  /// Requests that never reach a route, over a bare connection.
  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1|Host: a|Host: b, 400",
    "GET /web/..;/secret HTTP/1.1|Host: OURS, 400",
    "GET /a%00b HTTP/1.1|Host: OURS, 400",
    "nonsense, 400",
    "GET / HTTP/1.1, 400",
    "GET / HTTP/1.1|Host: OURS|X: LONG, 431",
  })
  void what_is_not_http_is_answered_in_the_same_form(String request, int status)
      throws IOException {
    var address = server.server.address();
    var text =
        request
            .replace("OURS", address.getAuthority())
            .replace("LONG", "x".repeat(40_000))
            .replace("|", "\r\n");
    var answer = Bare.send(address, text);
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json", "nosniff");
    var body = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    assertThat(new Json().read(body, Problem.class).status()).isEqualTo(status);
  }
}
