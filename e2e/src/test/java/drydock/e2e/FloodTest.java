package drydock.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands who look on and say nothing: the others are answered all the same.
@Tag("integration")
final class FloodTest {
  /// Of one token; more are refused.
  private static final int MOST = 1_000;

  private static final int TOKENS = 2;
  private static final int ASKED = 300;

  @Test
  void two_thousand_idle_streams_keep_nobody_waiting_and_no_token_has_more_than_its_share()
      throws IOException {
    var place = Place.fresh();
    var streams = new ArrayList<Socket>();
    try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
      var client = drydock.client();
      place.script("flood", Asked.runs("", "sleep 120") + Asked.says("Done."));
      var repository = Asked.repository(place, "flood", Map.of("a.txt", "a\n"));
      var id = client.create(Asked.task("Sleep.", repository, "flood"));
      client.whenEvent(id, event -> event.path("type").asText().equals("tool_started"));
      measured(client);
      var before = drydock.memory();

      var tokens = tokens(client);
      for (var token : tokens) {
        for (var i = 0; i < MOST; i++) {
          streams.add(open(drydock.address(), token, id));
        }
      }
      Waiting.until(
          Duration.ofSeconds(60),
          () -> waiting(client) >= TOKENS * MOST ? true : null,
          () -> waiting(client) + " streams are open");

      var slowest = measured(client);
      var each = (drydock.memory() - before) / streams.size();
      System.out.printf(
          "flood: %d idle streams; answers p95 %d ms; %d kB a stream%n",
          streams.size(), slowest.toMillis(), each);
      assertThat(slowest).isLessThan(Duration.ofMillis(100));
      assertThat(each).isLessThan(128);

      try (var oneMore = open(drydock.address(), tokens.getFirst(), id)) {
        assertThat(head(oneMore)).isEqualTo("HTTP/1.1 429 ");
      }
      assertThat(head(streams.getFirst())).isEqualTo("HTTP/1.1 200 ");
    } finally {
      for (var stream : streams) {
        stream.close();
      }
      place.remove();
    }
  }

  private static List<String> tokens(Client client) {
    var tokens = new ArrayList<String>();
    for (var i = 0; i < TOKENS; i++) {
      var asked = "{\"name\":\"flood-%d-%d\",\"scope\":\"read\"}".formatted(i, System.nanoTime());
      var made = Client.expect(201, client.post("/api/tokens", Client.parse(asked)));
      tokens.add(made.path("token").asText());
    }
    return tokens;
  }

  private static Socket open(URI server, String token, String task) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    var request =
        "GET /api/tasks/%s/events HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(task, server.getAuthority(), token);
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    return socket;
  }

  private static String head(Socket stream) throws IOException {
    return new String(stream.getInputStream().readNBytes(13), ISO_8859_1);
  }

  private static int waiting(Client client) {
    return client
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith("drydock_requests_waiting "))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  /// The time in which 95 of 100 answers came.
  private static Duration measured(Client client) {
    var took = new ArrayList<Long>();
    for (var i = 0; i < ASKED; i++) {
      var began = System.nanoTime();
      Client.expect(200, client.get("/api/tasks?limit=20"));
      took.add(System.nanoTime() - began);
    }
    took.sort(null);
    return Duration.ofNanos(took.get(ASKED * 95 / 100));
  }
}
