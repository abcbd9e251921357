package drydock.door;

import static drydock.door.Dock.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Price;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.network.Uplink;
import drydock.door.dialect.Json;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import java.net.URI;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GatewayTest {
  private static final String CHAT = "/openai/v1/chat/completions";
  private static final String ASK =
      """
      {"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"hi"}],"temperature":1.0}""";
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

  private static Budget free() {
    return new Budget(Optional.empty(), Optional.empty(), Dock.HOUR);
  }

  @Test
  void a_stream_passes_untouched_and_unbuffered() throws Exception {
    var seen = new CountDownLatch(1);
    try (var peer =
            new Peer(
                (_, c) -> {
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
      assertThat(peer.got.getFirst().line())
          .isEqualTo("POST /prefix/v1/chat/completions HTTP/1.1");
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
            new Peer(
                (_, c) ->
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
              {"type":"error","error":{"type":"wrong_dialect","message":"drydock: openai/m is not reached under /anthropic/v1"}}""");
      assertThat(Inside.post(socket, CHAT, TOKEN, "[1]").body())
          .isEqualTo(
              """
              {"error":{"message":"drydock: a JSON object with a 'model' is expected as the body","type":"drydock_error","param":null,"code":"bad_request"}}""");
      assertThat(peer.got).isEmpty();
    }
  }

  @Test
  void another_models_name_is_mapped_and_usage_is_asked_for() throws Exception {
    try (var peer =
            new Peer(
                (_, c) -> {
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
              {"model":"m","stream":true,"top_p":0.10,"stream_options":{"include_usage":true}}""");
      assertThat(Json.parse(dock.file("gateway.jsonl")).path("askedFor").asText())
          .isEqualTo("other");
    }
  }

  @Test
  void overload_is_tried_again_when_the_provider_says_and_then_passed_on() throws Exception {
    var tries = new AtomicInteger();
    try (var peer =
            new Peer(
                (_, c) -> {
                  switch (tries.incrementAndGet()) {
                    case 1 -> c.json(429, "Retry-After: 7\r\n", "{}");
                    case 2 -> c.json(503, "Retry-After: Sun, 17 May 2026 10:01:00 GMT\r\n", "{}");
                    case 3 -> {} // the connection just ends
                    default -> c.json(200, "", "{\"choices\":[{\"message\":{\"content\":\"ok\"}}]}");
                  }
                });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      assertThat(Inside.post(door.socket(), CHAT, TOKEN, ASK).body()).contains("\"ok\"");
      Dock.shut(door);

      assertThat(dock.slept.getFirst()).isEqualTo(Duration.ofSeconds(7));
      assertThat(dock.slept).anyMatch(s -> s.compareTo(Duration.ofSeconds(50)) > 0);
      assertThat(Json.parse(dock.file("gateway.jsonl")).path("tries").asInt()).isEqualTo(4);
    }
  }

  @Test
  void a_wrong_request_is_not_tried_again() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(400, "", "{\"error\":{\"message\":\"no\"}}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      var reply = Inside.post(door.socket(), CHAT, TOKEN, ASK);
      Dock.shut(door);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body()).isEqualTo("{\"error\":{\"message\":\"no\"}}");
      assertThat(peer.got).hasSize(1);
      assertThat(dock.heard.calls).containsExactly(new Heard.Call(MODEL, one(0, 0), 400));
    }
  }

  @Test
  void the_last_error_of_a_provider_that_stays_down_is_passed_on() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(500, "", "{\"down\":true}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      var reply = Inside.post(door.socket(), CHAT, TOKEN, ASK);

      assertThat(reply.body()).isEqualTo("{\"down\":true}");
      assertThat(peer.got).hasSize(Patience.DEFAULT.tries());
    }
  }

  @Test
  void a_provider_that_cannot_be_reached_is_named() throws Exception {
    int port;
    try (var gone = new Peer((_, _) -> {})) {
      port = gone.port();
    }
    var provider =
        Provider.openai(
            Optional.of(URI.create("http://127.0.0.1:" + port)), Optional.empty());
    try (var dock = Dock.of(folder, provider);
        var door = dock.model("openai/m")) {
      var reply = Inside.post(door.socket(), CHAT, TOKEN, ASK);
      Dock.shut(door);

      assertThat(reply.status()).isEqualTo(502);
      assertThat(reply.body())
          .contains("the provider openai at 127.0.0.1:" + port + " cannot be reached");
      assertThat(dock.heard.calls).containsExactly(new Heard.Call(MODEL, one(0, 0), 0));
    }
  }

  @Test
  void a_cut_stream_is_seen_as_cut_and_settled_by_what_came() throws Exception {
    try (var peer =
            new Peer(
                (_, c) -> {
                  c.write(
                      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                          + "Transfer-Encoding: chunked\r\n\r\n");
                  var piece = PIECE.formatted("half an answer");
                  c.write(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
                });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      assertThatThrownBy(() -> Inside.post(door.socket(), CHAT, TOKEN, ASK))
          .isInstanceOf(EOFException.class);
      Dock.shut(door);

      var record = Json.parse(dock.file("gateway.jsonl"));
      assertThat(record.path("reply").path("text").asText()).isEqualTo("half an answer");
      assertThat(record.path("reply").path("stop").asText()).isEqualTo("cut");
      assertThat(record.path("usage").path("estimated").asBoolean()).isTrue();
      assertThat(dock.heard.calls).hasSize(1);
    }
  }

  @Test
  void a_provider_that_hangs_is_given_up() throws Exception {
    var brief = Duration.ofMillis(150);
    var patience = new Patience(brief, brief, brief, 2, Dock.HOUR, Duration.ofMillis(1), brief);
    try (var peer = new Peer((_, c) -> c.awaitEnd());
        var dock = Dock.of(folder, openai(peer), patience, Uplink.DIRECT);
        var door = dock.model("openai/m")) {
      var reply = Inside.post(door.socket(), CHAT, TOKEN, ASK);

      assertThat(reply.status()).isEqualTo(504);
      assertThat(peer.got).hasSize(2);
    }
  }

  @Test
  void a_client_that_goes_away_ends_the_call_at_once() throws Exception {
    var began = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    try (var peer =
            new Peer(
                (_, c) -> {
                  began.countDown();
                  c.awaitEnd();
                  ended.countDown();
                });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      try (var inside = Inside.at(door.socket())) {
        inside.send("POST", CHAT, "Authorization: Bearer " + TOKEN + "\r\n", ASK);
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
      Dock.shut(door);

      assertThat(dock.heard.calls).hasSize(1);
      assertThat(Json.parse(dock.file("gateway.jsonl")).path("status").asInt()).isZero();
    }
  }

  @Test
  void closing_the_door_ends_what_is_under_way_and_records_it() throws Exception {
    var began = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    try (var peer =
            new Peer(
                (_, c) -> {
                  c.sse();
                  c.write(PIECE.formatted("slow"));
                  began.countDown();
                  c.awaitEnd();
                  ended.countDown();
                });
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m");
        var inside = Inside.at(door.socket())) {
      inside.send("POST", CHAT, "Authorization: Bearer " + TOKEN + "\r\n", ASK);
      assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
      inside.head();
      inside.chunk();
      Dock.shut(door);

      assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(Json.parse(dock.file("gateway.jsonl")).path("reply").path("text").asText())
          .isEqualTo("slow");
      assertThat(door.socket()).doesNotExist();
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
            ModelSpec.Tools.NATIVE);
    var budget = new Budget(Optional.of(new BigDecimal("0.001")), Optional.empty(), Dock.HOUR);
    try (var peer =
            new Peer(
                (_, c) -> {
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
  void no_more_calls_go_out_at_once_than_the_provider_allows() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    try (var peer =
        new Peer(
            (_, c) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.sleep(20);
              running.decrementAndGet();
              c.json(200, "", "{}");
            })) {
      var provider =
          new Provider.Remote(
              "openai",
              peer.url(""),
              Optional.empty(),
              Dialect.OPENAI_CHAT,
              Set.of(Dialect.OPENAI_CHAT),
              new Provider.Limits(2, 0, 0));
      try (var dock = Dock.of(folder, provider);
          var door = dock.model("openai/m");
          var other = dock.model("openai/m")) {
        var threads = new ArrayList<Thread>();
        for (var socket : List.of(door.socket(), other.socket())) {
          for (var i = 0; i < 5; i++) {
            threads.add(
                Thread.ofVirtual()
                    .start(
                        () -> {
                          try {
                            Inside.post(socket, CHAT, TOKEN, ASK);
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                        }));
          }
        }
        for (var thread : threads) {
          thread.join();
        }
        assertThat(peer.got).hasSize(10);
        assertThat(most.get()).isEqualTo(2);
      }
    }
  }

  @Test
  void a_disk_that_is_gone_costs_the_record_and_not_the_call() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{\"choices\":[]}"));
        var dock = Dock.of(folder.resolve("not/there"), openai(peer));
        var door = dock.model("openai/m", free())) {
      assertThat(Inside.post(door.socket(), CHAT, TOKEN, ASK).status()).isEqualTo(200);
      assertThat(Inside.post(door.socket(), CHAT, TOKEN, ASK).status()).isEqualTo(200);
    }
  }

  @Test
  void models_and_token_counts_pass_without_being_metered() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{\"data\":[]}"))) {
      var anthropic =
          Provider.anthropic(Optional.of(peer.url("")), Optional.of(new Secret(KEY)));
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

  private static Usage one(long input, long output) {
    return new Usage(1, new Tokens(input, 0, output), BigDecimal.ZERO);
  }
}
