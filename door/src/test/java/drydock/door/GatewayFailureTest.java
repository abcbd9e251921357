package drydock.door;

import static drydock.door.Dock.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.network.Uplink;
import drydock.door.dialect.Json;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GatewayFailureTest {
  private static final String CHAT = "/openai/v1/chat/completions";
  private static final String ASK =
      """
      {"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"hi"}],"temperature":1.0}\
      """;
  private static final String PIECE = "data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n";
  private static final String KEY = "sk-real-key-0123456789";
  private static final ModelName MODEL = new ModelName("openai", "m");

  @TempDir Path folder;

  private static Provider openai(Peer peer) {
    return Provider.openai(Optional.of(peer.url("/prefix")), Optional.of(new Secret(KEY)));
  }

  private static Budget free() {
    return new Budget(Optional.empty(), Optional.empty(), Optional.empty(), Dock.HOUR);
  }

  @Test
  void a_body_without_end_is_refused() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m");
        var inside = Inside.at(door.socket())) {
      inside.raw(
          "POST "
              + CHAT
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + TOKEN
              + "\r\nContent-Length: 100000000\r\n\r\n");

      assertThat(inside.head().status()).isEqualTo(413);
    }
  }

  @Test
  void a_door_full_of_connections_does_not_block_another() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "", "{}"));
        var dock = Dock.of(folder, openai(peer));
        var hostile = dock.model("openai/m");
        var other = dock.model("openai/m")) {
      var held = new ArrayList<Inside>();
      try {
        for (var i = 0; i < 600; i++) {
          held.add(Inside.at(hostile.socket()));
          held.getLast().raw("POST " + CHAT + " HTTP/1.1\r\nHost: localhost\r\nContent-Le");
        }
      } catch (IOException _) {
        // the door has closed some of them
      }
      assertThat(Inside.post(other.socket(), CHAT, TOKEN, ASK).status()).isEqualTo(200);
      for (var inside : held) {
        inside.close();
      }
      assertThat(held.size()).isGreaterThan(500);
    }
  }

  @Test
  void overload_is_tried_again_when_the_provider_says_and_then_passed_on() throws Exception {
    var tries = new AtomicInteger();
    try (var peer =
            new Peer((_, c) -> {
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
  void a_refused_key_is_told_by_the_name_of_its_setting() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(401, "", "{\"error\":{\"message\":\"bad key\"}}"));
        var dock = Dock.of(folder, openai(peer));
        var door = dock.model("openai/m")) {
      var reply = Inside.post(door.socket(), CHAT, TOKEN, ASK);

      assertThat(reply.status()).isEqualTo(401);
      assertThat(Json.parse(reply.body()).at("/error/message").asText())
          .isEqualTo(
              "drydock: the provider openai at 127.0.0.1 refused its key: give another in"
                  + " Settings > Models, or where OPENAI_API_KEY is set (401, it says: bad key)");
      assertThat(peer.got).hasSize(1);
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
        Provider.openai(Optional.of(URI.create("http://127.0.0.1:" + port)), Optional.empty());
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
            new Peer((_, c) -> {
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
            new Peer((_, c) -> {
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
            new Peer((_, c) -> {
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
  void no_more_calls_go_out_at_once_than_the_provider_allows() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    try (var peer =
        new Peer((_, c) -> {
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
                    .start(() -> {
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

  private static Usage one(long input, long output) {
    return new Usage(1, new Tokens(input, 0, output), BigDecimal.ZERO);
  }
}
