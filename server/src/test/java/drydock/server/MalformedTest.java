package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.Problem;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row of `malformed.txt`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedTest {
  private TestServer server;
  private String task;

  @BeforeAll
  void start() {
    server = new TestServer();
    task = server.task("work").value();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_is_wrong_is_said_in_one_line(String row) {
    var sides = row.replace("TASK", task).split(" -> ", 2);
    var asked = sides[0].split(" ", 4);
    var body = asked[3].equals("-") ? BodyPublishers.noBody() : BodyPublishers.ofString(asked[3]);
    var request = server.as(asked[1]).method(asked[0], body);
    if (!asked[2].equals("-")) {
      request.header("Content-Type", asked[2]);
    }
    var problem = server.read(server.send(request), Problem.class);
    assertThat(problem.status() + " " + problem.code() + ": " + problem.detail())
        .isEqualTo(sides[1]);
  }

  static List<String> rows() throws IOException {
    try (var in = MalformedTest.class.getResourceAsStream("malformed.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
