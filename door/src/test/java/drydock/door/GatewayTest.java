package drydock.door;

import static drydock.door.Dock.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Price;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.door.dialect.Json;
import drydock.door.provider.Provider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GatewayTest {
  private static final String CHAT = "/openai/v1/chat/completions";
  private static final String ASK =
      """
      {"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"hi"}],"temperature":1.0}\
      """;
  private static final String PIECE = "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n";
  private static final String STOP =
      """
      data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

      data: {"choices":[],"usage":{"prompt_tokens":40,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":30}}}

      data: [DONE]

      """;
  private static final String KEY = "sk-real-key-0123456789";
  private static final ModelName MODEL = new ModelName("openai", "m");

  @TempDir Path folder;

  private static Provider openai(Peer peer) {
    return Provider.openai(Optional.of(peer.url("/prefix")), Optional.of(new Secret(KEY)));
  }

  @Test
  void a_stream_passes_untouched_and_unbuffered() throws Exception {
    var seen = new CountDownLatch(1);
    try (var peer =
            new Peer((_, c) -> {
              c.sse();
              c.write(PIECE.formatted("one"));
              assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
              c.write(PIECE.formatted("two") + STOP);
            });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m");
        var inside = Inside.at(door.socket())) {
      inside.send("POST", CHAT, "Authorization: Bearer " + TOKEN + "\r\n", ASK);
      var head = inside.head();
      var first = new String(inside.chunk(), StandardCharsets.UTF_8);
      seen.countDown();
      var rest = new String(inside.body(head), StandardCharsets.UTF_8);

      assertThat(head.headers()).containsEntry("content-type", "text/event-stream");
      assertThat(first).isEqualTo(PIECE.formatted("one"));
      assertThat(rest).isEqualTo(PIECE.formatted("two") + STOP);
      assertThat(peer.got.getFirst().line()).isEqualTo("POST /prefix/v1/chat/completions HTTP/1.1");
      assertThat(peer.got.getFirst().body()).isEqualTo(ASK);
      assertThat(peer.got.getFirst().headers()).containsEntry("authorization", "Bearer " + KEY);
      assertThat(dock.heard.calls)
          .containsExactly(
              new Heard.Call(MODEL, new Usage(1, new Tokens(40, 30, 10), BigDecimal.ZERO), 200));
    }
  }

  @Test
  void the_key_stays_outside_and_the_token_inside() throws Exception {
    try (var peer =
            new Peer((_, c) ->
                c.json(
                    200,
                    "Set-Cookie: a=b\r\nX-Request-Id: r1\r\nX-Echo-Key: " + KEY + "\r\n",
                    "{\"choices\":[]}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m");
        var inside = Inside.at(door.socket())) {
      inside.send("POST", CHAT, "x-api-key: " + TOKEN + "\r\nCookie: c=d\r\n", ASK);
      var reply = inside.reply();
      Dock.shut(door);

      assertThat(reply.head().headers())
          .containsOnlyKeys("content-type", "x-request-id", "content-length");
      assertThat(peer.got.getFirst().headers()).doesNotContainKeys("cookie", "x-api-key");
      assertThat(peer.got.getFirst().toString()).doesNotContain(TOKEN);
      assertThat(
              dock.file("gateway.jsonl") + dock.file("prompt.txt") + dock.file("llm_response.txt"))
          .contains("hi")
          .doesNotContain(KEY)
          .doesNotContain(TOKEN);
    }
  }

  @Test
  void a_known_secret_is_in_no_record_of_a_call_though_it_comes_in_pieces() throws Exception {
    var secret = Dock.SECRET.reveal();
    var text = ("of " + secret + " it").getBytes(StandardCharsets.UTF_8);
    var encoded = Base64.getEncoder().encodeToString(text);
    var ask = ASK.replace("hi", "Read " + secret + " or " + encoded + " to me");
    try (var peer =
            new Peer((_, c) -> {
              c.sse();
              c.write(PIECE.formatted("It is sk-known-9f3"));
              c.write(PIECE.formatted("b2a7c5d.") + STOP);
            });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      var heard = Inside.post(door.socket(), CHAT, TOKEN, ask).body();
      Dock.shut(door);

      assertThat(heard).contains("sk-known-9f3", "b2a7c5d.");
      assertThat(dock.file("gateway.jsonl")).contains("Read *** or ", "It is ***.");
      assertThat(dock.file("prompt.txt")).contains("Read *** or ");
      assertThat(dock.file("llm_response.txt")).contains("It is ***.");
      assertThat(
              dock.file("gateway.jsonl") + dock.file("prompt.txt") + dock.file("llm_response.txt"))
          .doesNotContain(secret, "b2a7c5d", encoded.substring(6, encoded.length() - 6));
    }
  }

  @Test
  void a_wrong_token_a_wrong_path_and_a_wrong_body_are_refused_in_the_dialect() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      var socket = door.socket();

      assertThat(Inside.post(socket, CHAT, "wrong", ASK).status()).isEqualTo(401);
      assertThat(Inside.post(socket, "/openai/v1/files", TOKEN, ASK).status()).isEqualTo(404);
      assertThat(Inside.post(socket, "/anthropic/v1/messages", TOKEN, ASK).body())
          .isEqualTo(
              """
              {"type":"error","error":{"type":"wrong_dialect","message":"drydock: openai/m is not reached under /anthropic/v1"}}\
              """);
      assertThat(Inside.post(socket, CHAT, TOKEN, "[1]").body())
          .isEqualTo(
              """
              {"error":{"message":"drydock: a JSON object with a 'model' is expected as the body","type":"drydock_error","param":null,"code":"bad_request"}}\
              """);
      assertThat(Inside.post(socket, CHAT, TOKEN, "{\"model\":\"dear\",\"model\":\"m\"}").status())
          .isEqualTo(400);
      assertThat(peer.got).isEmpty();
    }
  }

  @Test
  void another_models_name_is_mapped_and_usage_is_asked_for() throws Exception {
    try (var peer =
            new Peer((_, c) -> {
              c.sse();
              c.write(STOP);
            });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      Inside.post(
          door.socket(), CHAT, TOKEN, "{\"model\":\"other\",\"stream\":true,\"top_p\":0.10}");
      Dock.shut(door);

      assertThat(peer.got.getFirst().body())
          .isEqualTo(
              """
              {"model":"m","stream":true,"top_p":0.10,"stream_options":{"include_usage":true}}\
              """);
      assertThat(Json.parse(dock.file("gateway.jsonl")).path("askedFor").asText())
          .isEqualTo("other");
    }
  }

  @Test
  void a_connection_serves_many_calls() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{\"choices\":[]}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m");
        var inside = Inside.at(door.socket())) {
      for (var i = 0; i < 20; i++) {
        inside.send("POST", CHAT, "Authorization: Bearer " + TOKEN + "\r\n", ASK);
        assertThat(inside.reply().body()).isEqualTo("{\"choices\":[]}");
      }
      assertThat(dock.heard.calls).hasSize(20);
    }
  }

  @Test
  void money_is_counted_and_a_spent_budget_ends_the_calls() throws Exception {
    var price = new Price(BigDecimal.TEN, BigDecimal.ONE, new BigDecimal(100));
    var spec =
        new ModelSpec(
            MODEL,
            Dialect.OPENAI_CHAT,
            1000,
            100,
            Optional.of(price),
            ModelSpec.Tools.NATIVE,
            false);
    var budget =
        new Budget(
            Optional.of(new BigDecimal("0.001")), Optional.empty(), Optional.empty(), Dock.HOUR);
    try (var peer =
            new Peer((_, c) -> {
              c.sse();
              c.write(STOP);
            });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model(spec, budget)) {
      assertThat(Inside.post(door.socket(), CHAT, TOKEN, ASK).status()).isEqualTo(200);
      var second = Inside.post(door.socket(), CHAT, TOKEN, ASK);

      assertThat(second.status()).isEqualTo(402);
      assertThat(second.body())
          .contains("drydock: the budget of 0.001 USD is used up (0.00113 spent)");
      assertThat(dock.heard.calls.getFirst().usage().usd()).isEqualByComparingTo("0.00113");
      assertThat(peer.got).hasSize(1);
    }
  }

  @Test
  void models_and_token_counts_pass_without_being_metered() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{\"data\":[]}"))) {
      var anthropic = Provider.anthropic(Optional.of(peer.url("")), Optional.of(new Secret(KEY)));
      try (var dock = Dock.of(folder, anthropic);
          var door = dock.model("anthropic/claude")) {
        var list =
            Inside.get(
                door.socket(), "/anthropic/v1/models?limit=5", "x-api-key: " + TOKEN + "\r\n");
        var count =
            Inside.post(
                door.socket(), "/anthropic/v1/messages/count_tokens", TOKEN, "{\"model\":\"x\"}");

        assertThat(list.body()).isEqualTo("{\"data\":[]}");
        assertThat(count.status()).isEqualTo(200);
        assertThat(peer.got.get(0).line()).isEqualTo("GET /v1/models?limit=5 HTTP/1.1");
        assertThat(peer.got.get(0).headers())
            .containsEntry("x-api-key", KEY)
            .containsEntry("anthropic-version", "2023-06-01");
        assertThat(peer.got.get(1).body()).isEqualTo("{\"model\":\"claude\"}");
        assertThat(dock.heard.calls).isEmpty();
      }
    }
  }
}
