package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.Problem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
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
  void the_same_request_gets_the_first_answer_and_is_carried_out_once() {
    var first = create("k1", "{\"prompt\":\"work\"}");
    var again = create("k1", "{ \"prompt\": \"work\" }");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(server.workstation.creations()).isEqualTo(1);
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    create("k1", "{\"prompt\":\"work\"}");
    var other = create("k1", "{\"prompt\":\"rest\"}");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(server.read(other, Problem.class).code()).isEqualTo("idempotency_conflict");
    assertThat(server.workstation.creations()).isEqualTo(1);
  }

  @Test
  void of_many_at_once_one_is_carried_out() {
    var answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> create("k1", "{\"prompt\":\"work\"}")))
            .limit(8)
            .toList();
    assertThat(answers.stream().map(answer -> answer.join().body()).collect(Collectors.toSet()))
        .hasSize(1);
    assertThat(server.workstation.creations()).isEqualTo(1);
  }

  @Test
  void a_request_that_was_refused_may_be_mended_under_the_same_key() {
    assertThat(create("k1", "{\"prompt\":\" \"}").statusCode()).isEqualTo(400);
    assertThat(create("k1", "{\"prompt\":\"work\"}").statusCode()).isEqualTo(202);
  }

  @Test
  void a_key_that_is_none_is_refused() {
    assertThat(create("a b", "{\"prompt\":\"work\"}").statusCode()).isEqualTo(400);
    assertThat(create("k".repeat(201), "{\"prompt\":\"work\"}").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> create(String key, String body) {
    return server.send(
        server
            .as("/api/tasks")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }
}
