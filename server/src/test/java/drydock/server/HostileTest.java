package drydock.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.api.Json;
import drydock.api.Problem;
import drydock.domain.task.AttemptId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP that no honest client sends.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
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
  @Tag("integration")
  void who_never_finishes_does_not_keep_the_server_from_stopping() throws IOException {
    try (var stopping = new TestServer();
        var socket = new Socket(InetAddress.getLoopbackAddress(), port(stopping))) {
      var head =
          "POST /api/uploads HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n"
                  .formatted(port(stopping), TestServer.TOKEN)
              + "Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      // It says so when it begins to read the body, in that request.
      assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
          .isEqualTo("HTTP/1.1 100");

      stopping.server.close();

      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port(stopping)).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  private static int port(TestServer server) {
    return server.server.address().getPort();
  }

  /// Two readers of such a request disagree where it ends (RFC 9112, 11.2).
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: +5",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Content-Length : 5",
        " Content-Length: 5",
      })
  void a_request_whose_end_is_in_doubt_is_refused_and_nothing_after_it_is_read(String header)
      throws IOException {
    var answered =
        Bare.send(
            server.server.address(),
            """
            POST /api/tasks HTTP/1.1
            Host: %s
            Authorization: Bearer %s
            Content-Type: application/json
            %s

            0

            GET /healthz HTTP/1.1
            Host: x\
            """
                .formatted(server.server.address().getAuthority(), TestServer.TOKEN, header)
                .replace("\r", "")
                .replace("\n", "\r\n"));
    assertThat(answered).startsWith("HTTP/1.1 4").doesNotContain("alive");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/tasks, 'GET, HEAD, POST'",
    "DELETE, /api/tasks/20260517_3k9x0q7hzt/cancel, POST",
    "PATCH, /healthz, 'GET, HEAD'",
    "TRACE, /api/login, POST",
    "OPTIONS, /api/tokens/x, DELETE",
  })
  void a_method_that_is_not_there_is_refused_with_those_that_are(
      String method, String path, String allowed) throws IOException {
    var answered =
        Bare.send(
            server.server.address(),
            "%s %s HTTP/1.1\r\nHost: %s"
                .formatted(method, path, server.server.address().getAuthority()));
    assertThat(answered).startsWith("HTTP/1.1 405 ");
    var allow = answered.lines().filter(line -> line.startsWith("Allow: ")).findFirst();
    assertThat(allow.orElse("Allow: ").substring(7).split(", "))
        .containsExactlyInAnyOrder(allowed.split(", "));
  }

  @Test
  void a_body_that_would_have_to_be_unpacked_is_refused() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[1 << 24]);
    }
    for (var path : List.of("/api/tasks", "/api/uploads")) {
      var request =
          server
              .as(path)
              .header("Content-Type", "application/json")
              .header("Content-Encoding", "gzip")
              .POST(BodyPublishers.ofByteArray(bomb.toByteArray()));
      assertThat(server.send(request).statusCode()).isEqualTo(415);
    }
  }

  @Test
  void a_form_without_end_is_refused_as_too_large() {
    var form =
        BodyPublishers.ofInputStream(() ->
            new ByteArrayInputStream(new byte[(int) (8 * TestServer.MAX_UPLOAD)]) {
              private final byte[] head =
                  "--x\r\nContent-Disposition: form-data; name=\"archive\"; filename=\"a\"\r\n\r\nPK"
                      .getBytes(ISO_8859_1);
              private int at;

              @Override
              public synchronized int read(byte[] to, int from, int most) {
                if (at == head.length) {
                  return super.read(to, from, most);
                }
                System.arraycopy(head, 0, to, from, head.length);
                at = head.length;
                return at;
              }
            });
    var request = server.as("/api/tasks").header("Content-Type", "multipart/form-data; boundary=x");
    var response = server.send(request.POST(form));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(server.scratch).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"40000, 0, 431", "0, 40000, 414"})
  void a_head_that_is_too_large_is_refused_in_the_form_of_the_rest(
      int header, int address, int status) throws IOException {
    var answered =
        Bare.send(
            server.server.address(),
            "GET /api/tasks?q=%s HTTP/1.1\r\nHost: x\r\nX-Large: %s"
                .formatted("a".repeat(address), "b".repeat(header)));
    assertThat(answered)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("application/problem+json", "nosniff");
  }

  @Test
  void a_files_name_cannot_add_a_header() {
    var task = server.task("work");
    var name = "output/a\r\nSet-Cookie: a=b\r\n\"; filename=\"x.html";
    server.files.put(new AttemptId(task, 1), name, "text");
    var listed = server.get("/api/tasks/" + task + "/files").body();
    var address = listed.replaceFirst("(?s).*\"url\":\"http://[^/]+([^\"]+)\".*", "$1");

    var response = server.get(address);

    assertThat(response.body()).isEqualTo("text");
    assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains(
            "attachment; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20a%3Db%0D%0A%22%3B%20filename%3D%22x.html");
  }

  /// Slow loris: many who send their request byte by byte, or not at all.
  @Test
  @Tag("integration")
  void who_sends_slowly_is_cut_and_nobody_waits_for_them() throws Exception {
    var slow = new ArrayList<Socket>();
    try {
      for (var i = 0; i < 300; i++) {
        slow.add(connection());
      }
      var began = System.nanoTime();
      var deadline = began + Duration.ofSeconds(60).toNanos();
      while (slow.stream().anyMatch(HostileTest::dribbles) && System.nanoTime() < deadline) {
        var asked = System.nanoTime();
        assertThat(server.get("/api/tasks?limit=1").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
        Thread.sleep(500);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(45));
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }

  private Socket connection() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.server.address().getPort());
  }

  /// Sends one byte more; false once the server has closed the connection.
  private static boolean dribbles(Socket socket) {
    try {
      socket.setSoTimeout(1);
      socket.getOutputStream().write('G');
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  @Tag("integration")
  void a_body_that_dribbles_is_refused() throws IOException, InterruptedException {
    try (var socket = connection()) {
      var head =
          """
          POST /api/login HTTP/1.1
          Host: %s
          Origin: %s
          Content-Type: application/json
          Content-Length: 100000

          """
              .formatted(server.server.address().getAuthority(), server.server.address())
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      for (var i = 0; i < 45 && socket.getInputStream().available() == 0; i++) {
        socket.getOutputStream().write(' ');
        Thread.sleep(1_000);
      }
      var said = new byte[4096];
      var count = socket.getInputStream().read(said);
      assertThat(new String(said, 0, count, ISO_8859_1))
          .startsWith("HTTP/1.1 400 ")
          .contains("too slowly");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/logs/x/%u002e", "/api/tasks/%", "/api/tasks/%4", "/s/%zz/a", "/%", "/%2"})
  void an_address_that_cannot_be_decoded_is_refused(String address) throws IOException {
    var answered =
        Bare.send(
            server.server.address(),
            "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s"
                .formatted(address, server.server.address().getAuthority(), TestServer.TOKEN));
    assertThat(answered).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
  }

  @Test
  void a_problem_is_a_problem_whatever_broke_it() throws IOException {
    var answered = Bare.send(server.server.address(), "GET / HTTP/1.1\r\nHost: a\r\nHost: b");
    assertThat(answered).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    var body = answered.substring(answered.indexOf("{"), answered.lastIndexOf('}') + 1);
    assertThat(new Json().read(body, Problem.class).code()).isEqualTo("bad_request");
  }
}
