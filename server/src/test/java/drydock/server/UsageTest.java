package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.api.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_was_spent_is_shown_with_its_sum() {
    var answer = server.get("/api/usage?from=2026-05-01&to=2026-05-17&by=day,actor,model");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"from":"2026-05-01","to":"2026-05-17",\
            "total":{"calls":3,"tokens":{"input":100,"cachedInput":10,"output":7},"usd":0.25},\
            "rows":[{"day":"2026-05-01","actor":"ada","model":"openai/m",\
            "usage":{"calls":3,"tokens":{"input":100,"cachedInput":10,"output":7},"usd":0.25}}]}\
            """);
  }

  @Test
  void without_a_word_it_is_of_thirty_days() {
    var shown = server.read(server.get("/api/usage"), JsonNode.class);

    var to = java.time.LocalDate.parse(shown.path("to").asText());
    assertThat(shown.path("from").asText()).isEqualTo(to.minusDays(29).toString());
  }

  @Test
  void any_day_may_be_asked_for() {
    var shown = server.read(server.get("/api/usage?to=0000-01-02"), JsonNode.class);

    assertThat(shown.path("from").asText()).isEqualTo("0000-01-01");
    assertThat(server.get("/api/usage?from=9999-12-31&to=2026-05-17").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=yesterday", "to=2026-02-30", "by=day,mood", "to=%2B999999999-01-01"})
  void what_is_no_span_of_days_is_refused(String query) {
    var answer = server.get("/api/usage?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(server.read(answer, Problem.class).code()).isEqualTo("bad_request");
  }
}
