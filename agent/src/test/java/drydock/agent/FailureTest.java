package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.StopReason;
import drydock.acp.TurnFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that refuse, break off, hang or talk nonsense.
@Timeout(30)
final class FailureTest {
  @TempDir Path temp;
  Path code;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(400, TurnFailure.Cause.MODEL_REFUSED, "the model server answered 400: nope"),
        refusal(
            401,
            TurnFailure.Cause.MODEL_REFUSED,
            "the model server answered 401: nope. Check the API key and its rights"),
        refusal(402, TurnFailure.Cause.BUDGET, "the budget is spent: nope"),
        refusal(
            403,
            TurnFailure.Cause.MODEL_REFUSED,
            "the model server answered 403: nope. Check the API key and its rights"),
        refusal(
            404,
            TurnFailure.Cause.MODEL_UNKNOWN,
            "the model server does not know 'm' (404): nope. Check its name"),
        refusal(429, TurnFailure.Cause.MODEL_UNAVAILABLE, "the model server answered 429: nope"),
        refusal(500, TurnFailure.Cause.MODEL_UNAVAILABLE, "the model server answered 500: nope"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_is_terminal_and_says_what_to_do(
      int status, TurnFailure.Cause cause, String message) {
    var refusal = ModelServer.status(status, "{\"error\":{\"message\":\"nope\"}}");
    try (var bench = Bench.with(code, refusal)) {
      assertThat(bench.ask("go").failure()).contains(new TurnFailure(cause, message));
      assertThat(bench.server.asked()).hasSize(1);
    }
  }

  @Test
  void a_cut_stream_is_asked_for_again() {
    var cut = ModelServer.stream(Chat.text("half an ans"));
    try (var bench = Bench.with(code, cut, cut, cut, Chat.says("whole"))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).endsWith("whole");
      assertThat(bench.server.body(3)).isEqualTo(bench.server.body(0));
    }
  }

  @Test
  void a_stream_that_is_always_cut_makes_the_model_unavailable() {
    var cut = ModelServer.stream(Chat.text("half an ans"));
    try (var bench = Bench.with(code, cut, cut, cut, cut)) {
      assertThat(bench.ask("go").failure())
          .contains(
              new TurnFailure(
                  TurnFailure.Cause.MODEL_UNAVAILABLE,
                  "the model's answer broke off: the stream ended before the answer did"));
    }
  }

  @Test
  void silence_counts_as_a_cut() {
    ModelServer.Script hang =
        exchange -> {
          ModelServer.begin(exchange);
          ModelServer.write(exchange, "data: " + Chat.text("wait") + "\n\n");
          Thread.sleep(Duration.ofMinutes(5));
        };
    ModelServer.Script deaf = _ -> Thread.sleep(Duration.ofMinutes(5));
    try (var bench =
        Bench.with(code, hang, deaf, Chat.says("here")).silentFor(Duration.ofMillis(300))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).isEqualTo("waithere");
    }
  }

  @Test
  void nonsense_in_the_stream_counts_as_a_cut() {
    var nonsense = ModelServer.stream("<html>Bad gateway</html>");
    var error = ModelServer.stream("{\"error\":{\"message\":\"overloaded\"}}");
    try (var bench = Bench.with(code, nonsense, error, Chat.says("fine"))) {
      assertThat(bench.ask("go").stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(bench.said()).isEqualTo("fine");
    }
  }

  @Test
  void a_model_that_refuses_is_believed() {
    var refused = ModelServer.stream(Chat.text("I"), Chat.finish("content_filter"), "[DONE]");
    try (var bench = Bench.with(code, refused)) {
      assertThat(bench.ask("go").failure().map(TurnFailure::cause))
          .contains(TurnFailure.Cause.MODEL_REFUSED);
    }
  }

  private static Arguments refusal(int status, TurnFailure.Cause cause, String message) {
    return Arguments.of(status, cause, message);
  }
}
