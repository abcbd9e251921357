package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// What the server says when it says no (RFC 9457), for a person.
final class Problem {
  private Problem() {}

  static CliException of(Server server, String path, HttpResponse<InputStream> response)
      throws IOException {
    try (var body = response.body()) {
      var text = new String(body.readNBytes(64 * 1024), StandardCharsets.UTF_8);
      return of(server.address(), path, response.statusCode(), read(server, text));
    }
  }

  /// @param problem the answer's body, or a missing node if it is not JSON
  static CliException of(Address address, String path, int status, JsonNode problem) {
    if (status == 401) {
      return new CliException(ExitCode.USAGE, unauthorized(address));
    }
    var detail = problem.path("detail").asText(problem.path("title").asText());
    // The place in a JSON text that we wrote says nothing to a person.
    var said = detail.replaceFirst("^line \\d+, column \\d+: ", "");
    if (said.isEmpty()) {
      said = "%s answered %d to %s".formatted(address.base(), status, path);
    }
    return new CliException(exitCode(status), said);
  }

  /// A server whose database is away is as good as none: whoever follows a task waits for it.
  private static ExitCode exitCode(int status) {
    if (status == 503) {
      return ExitCode.NO_SERVER;
    }
    return status < 500 ? ExitCode.USAGE : ExitCode.TASK_FAILED;
  }

  private static String unauthorized(Address address) {
    return address.token().isPresent()
        ? "%s does not accept the token in %s; is it another server's?"
            .formatted(address.base(), address.tokenFrom())
        : "%s wants a token, and there is none in %s; set DRYDOCK_TOKEN, or DRYDOCK_HOME to the server's"
            .formatted(address.base(), address.tokenFrom());
  }

  private static JsonNode read(Server server, String text) {
    try {
      return server.parse(text);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }
}
