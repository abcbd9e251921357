package drydock.door;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.network.Egress;
import drydock.domain.network.NetworkAttempt;
import drydock.domain.network.NetworkAttempt.Decision;
import drydock.domain.network.Uplink;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EgressTest {
  private static final String LOOPBACK = "127.0.0.0/8";
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.1.2.3");

  @TempDir Path folder;

  private Dock dock(String... allowPrivate) {
    return Dock.of(folder, Provider.scripted(folder), allowPrivate);
  }

  private static Egress only(Peer peer) {
    return new Egress.Domains(List.of("peer.example:" + peer.port()));
  }

  private static Inside.Head connect(Inside inside, String to) throws IOException {
    inside.raw("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n");
    return inside.head();
  }

  private static NetworkAttempt allowed(String host, int port) {
    return new NetworkAttempt(host, port, Decision.ALLOWED, "");
  }

  @Test
  void a_listed_host_gets_a_tunnel_and_each_side_may_end_first() throws Exception {
    try (var peer =
            new Peer((got, c) -> c.json(200, "Connection: close\r\n", "\"" + got.body() + "\""));
        var dock = dock(LOOPBACK)) {
      dock.names.put("peer.example", () -> HERE);
      var door = dock.egress(only(peer));
      try (var inside = Inside.at(door.socket())) {
        var head = connect(inside, "peer.example:" + peer.port());
        inside.raw("POST /x HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi");
        inside.channel.shutdownOutput();
        var answer = new String(inside.in.readAllBytes(), StandardCharsets.UTF_8);

        assertThat(head.status()).isEqualTo(200);
        assertThat(answer).endsWith("\r\n\r\n\"hi\"");
      }
      assertThat(dock.heard.network).containsExactly(allowed("peer.example", peer.port()));
    }
  }

  @Test
  void a_host_that_is_not_listed_is_refused_in_words_and_reported_once() throws Exception {
    try (var dock = dock();
        var door = dock.egress(new Egress.Domains(List.of("*.example.org")))) {
      for (var i = 0; i < 3; i++) {
        try (var inside = Inside.at(door.socket())) {
          var head = connect(inside, "evil.example.com:443");

          assertThat(head.status()).isEqualTo(403);
          assertThat(new String(inside.body(head), StandardCharsets.UTF_8))
              .isEqualTo("drydock: evil.example.com:443 is not on the egress list of this phase\n");
        }
      }
      assertThat(dock.heard.network)
          .containsExactly(
              new NetworkAttempt("evil.example.com", 443, Decision.BLOCKED, "not on the list"));
    }
  }

  @Test
  void a_listed_name_of_a_private_address_is_refused() throws Exception {
    try (var dock = dock()) {
      dock.names.put("inner.example.org", () -> PRIVATE);
      var door = dock.egress(new Egress.All());
      try (var inside = Inside.at(door.socket())) {
        var head = connect(inside, "inner.example.org:443");

        assertThat(head.status()).isEqualTo(403);
        assertThat(new String(inside.body(head), StandardCharsets.UTF_8))
            .isEqualTo("drydock: inner.example.org:443 private address 10.1.2.3\n");
      }
      var plain = Inside.get(door.socket(), "http://inner.example.org/", "");
      assertThat(plain.status()).isEqualTo(403);
    }
  }

  @Test
  void a_name_that_changes_its_mind_is_dialled_where_it_was_checked() throws Exception {
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(HERE, PRIVATE));
    try (var peer = new Peer((_, c) -> c.json(200, "Connection: close\r\n", "{}"));
        var dock = dock(LOOPBACK)) {
      dock.names.put("peer.example", answers::remove);
      var door = dock.egress(only(peer));
      try (var inside = Inside.at(door.socket())) {
        assertThat(connect(inside, "peer.example:" + peer.port()).status()).isEqualTo(200);
        inside.raw("GET / HTTP/1.1\r\n\r\n");
        assertThat(inside.head().status()).isEqualTo(200);
      }
      assertThat(answers).hasSize(1);
    }
  }

  @Test
  void plain_http_dials_nothing_that_was_not_checked() throws Exception {
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(PRIVATE, HERE));
    try (var peer = new Peer((_, c) -> c.json(200, "Connection: close\r\n", "{}"));
        var dock = dock("10.1.2.3/32")) {
      dock.names.put("peer.example", answers::remove);
      var door = dock.egress(only(peer));
      var reply = Inside.get(door.socket(), "http://peer.example:" + peer.port() + "/", "");

      assertThat(reply.status()).isEqualTo(502);
      assertThat(peer.got).isEmpty();
    }
  }

  @Test
  void plain_http_is_forwarded_with_nothing_added() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(201, "Connection: close\r\nX-A: b\r\n", "[1]"));
        var dock = dock(LOOPBACK)) {
      dock.names.put("peer.example", () -> HERE);
      var door = dock.egress(only(peer));
      var uri = "http://peer.example:" + peer.port() + "/a/b?c=d";
      var reply = Inside.get(door.socket(), uri, "X-Mine: 1\r\nProxy-Connection: close\r\n");

      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.body()).isEqualTo("[1]");
      assertThat(reply.head().headers()).containsEntry("x-a", "b");
      assertThat(peer.got.getFirst().line()).isEqualTo("GET /a/b?c=d HTTP/1.1");
      assertThat(peer.got.getFirst().headers())
          .containsOnlyKeys("host", "x-mine")
          .containsEntry("host", "peer.example:" + peer.port());
    }
  }

  @Test
  void a_companys_proxy_is_asked_and_its_exceptions_are_not() throws Exception {
    try (var target = new Peer((_, c) -> c.json(200, "Connection: close\r\n", "{}"));
        var proxy = new Peer((_, c) -> c.write("HTTP/1.1 200 OK\r\n\r\nthrough the proxy"))) {
      var uplink =
          new Uplink(
              Optional.of(URI.create("http://me:pw@127.0.0.1:" + proxy.port())),
              List.of(".direct.example"),
              Optional.empty());
      try (var dock =
          Dock.of(folder, Provider.scripted(folder), Patience.DEFAULT, uplink, LOOPBACK)) {
        dock.names.put("a.direct.example", () -> HERE);
        var door =
            dock.egress(
                new Egress.Domains(
                    List.of("far.example:443", "a.direct.example:" + target.port())));
        try (var inside = Inside.at(door.socket())) {
          assertThat(connect(inside, "far.example:443").status()).isEqualTo(200);
          assertThat(new String(inside.in.readAllBytes(), StandardCharsets.UTF_8))
              .isEqualTo("through the proxy");
        }
        try (var inside = Inside.at(door.socket())) {
          assertThat(connect(inside, "a.direct.example:" + target.port()).status()).isEqualTo(200);
        }
        assertThat(proxy.got).hasSize(1);
        assertThat(proxy.got.getFirst().line()).isEqualTo("CONNECT far.example:443 HTTP/1.1");
        assertThat(proxy.got.getFirst().headers())
            .containsEntry("proxy-authorization", "Basic bWU6cHc=");
      }
    }
  }

  @Test
  void closing_the_door_ends_its_tunnels_on_both_sides() throws Exception {
    var ended = new CountDownLatch(1);
    try (var peer =
            new Peer((_, c) -> {
              c.awaitEnd();
              ended.countDown();
            });
        var dock = dock(LOOPBACK)) {
      dock.names.put("peer.example", () -> HERE);
      var door = dock.egress(only(peer));
      try (var inside = Inside.at(door.socket())) {
        connect(inside, "peer.example:" + peer.port());
        inside.raw("GET / HTTP/1.1\r\n\r\n");
        while (peer.got.isEmpty()) {
          Thread.onSpinWait();
        }
        door.close();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(inside.in.readAllBytes()).isEmpty();
      }
    }
  }

  @Test
  void there_is_no_model_behind_a_door_without_one() throws Exception {
    try (var dock = dock();
        var door = dock.egress(new Egress.None())) {
      var reply = Inside.post(door.socket(), "/openai/v1/chat/completions", "x", "{}");

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.body()).contains("there is no model in this phase");
    }
  }

  @Test
  @Tag("integration")
  void a_thousand_short_tunnels_leave_nothing_behind() throws Exception {
    try (var peer = new Peer((_, c) -> c.json(200, "Connection: close\r\n", "{}"));
        var dock = dock(LOOPBACK)) {
      dock.names.put("peer.example", () -> HERE);
      var door = dock.egress(only(peer));
      for (var i = 0; i < 1000; i++) {
        try (var inside = Inside.at(door.socket())) {
          assertThat(connect(inside, "peer.example:" + peer.port()).status()).isEqualTo(200);
          inside.raw("GET / HTTP/1.1\r\n\r\n");
          assertThat(inside.head().status()).isEqualTo(200);
        }
      }
      assertThat(peer.got).hasSize(1000);
      assertThat(dock.heard.network).hasSize(1);
    }
  }
}
