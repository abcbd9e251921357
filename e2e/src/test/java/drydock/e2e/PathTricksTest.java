package drydock.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// No name of a file leads out of a task's own folder: over a bare connection, since clients tidy
/// addresses up.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class PathTricksTest {
  /// `HOME` stands for the server's home.
  private static final List<String> TRICKS =
      List.of(
          "../../token",
          "..%2f..%2ftoken",
          "%2e%2e/%2e%2e/token",
          "%2e%2e%2f%2e%2e%2ftoken",
          "%252e%252e%252f%252e%252e%252ftoken",
          "..%252f..%252ftoken",
          "..%5c..%5ctoken",
          "..\\..\\token",
          "....//....//token",
          ".%2e/.%2e/token",
          "output/../../../token",
          "output%2f..%2f..%2f..%2ftoken",
          "attempt-1/../../../token",
          "attempt-2/../../../token",
          "attempt-1%2f..%2f..%2f..%2ftoken",
          "..;/..;/token",
          "..;a=b/..;a=b/token",
          "/HOME/token",
          "%2fHOME/token",
          "//HOME/token",
          "file:/HOME/token",
          "token%00",
          "agent.log%00.txt",
          "..%00/..%00/token",
          "%c0%ae%c0%ae/%c0%ae%c0%ae/token",
          "%e0%80%ae%e0%80%ae/token",
          "%u002e%u002e/token",
          "~/token",
          "$HOME/token",
          ".",
          "..",
          "%2e",
          "",
          "link-to-token",
          "output/link-to-home/token",
          "output/link-to-home%2ftoken",
          "a/".repeat(3_000) + "token",
          "x".repeat(5_000));

  @Test
  void no_name_of_a_file_leads_out_of_its_tasks_folder(Drydock drydock) throws IOException {
    var client = drydock.client();
    var place = drydock.place();
    place.script("paths", Asked.says("Done."));
    var repository = Asked.repository(place, "paths", Map.of("a.txt", "a\n"));
    var id = client.create(Asked.task("Nothing.", repository, "paths"));
    client.ended(id);
    var home = place.home();
    var token = Files.readString(home.resolve("token")).strip();
    var logs = home.resolve("logs/" + id);
    Files.createSymbolicLink(logs.resolve("link-to-token"), home.resolve("token"));
    Files.createDirectories(logs.resolve("output"));
    Files.createSymbolicLink(logs.resolve("output/link-to-home"), home);
    var share =
        Client.expect(
            201,
            client.post(
                "/api/tasks/" + id + "/shares",
                Client.parse("{\"include\":[\"logs\",\"prompts\"]}")));
    var link = URI.create(share.path("url").asText()).getPath();

    for (var trick : TRICKS) {
      var name = trick.replace("HOME", home.toString().substring(1));
      assertThat(get(drydock.address(), "/logs/" + id + "/" + name, token))
          .as(name)
          .matches("(?s)HTTP/1.1 4\\d\\d .*")
          .doesNotContain(token);
      assertThat(get(drydock.address(), link + "/" + name, ""))
          .as(name)
          // Without a name, it is the page itself.
          .matches("(?s)HTTP/1.1 (4\\d\\d|200 OK\\r\\n.*text/html.*) .*")
          .doesNotContain(token);
    }
    assertThat(client.get("/logs/" + id + "/agent.log").status()).isEqualTo(200);
  }

  private static String get(URI server, String path, String token) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      var request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(path, server.getAuthority(), token);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
