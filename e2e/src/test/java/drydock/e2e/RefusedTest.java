package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is wrong with a request is said at once, in one line, and nothing is made of it.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class RefusedTest {
  private record Refusal(int status, String code) {}

  @Test
  void bad_requests_are_refused_with_a_code(Drydock drydock) {
    var client = drydock.client();
    var before = client.get("/api/tasks?limit=200").text();
    var expected = new LinkedHashMap<String, Refusal>();
    expected.put("{}", new Refusal(400, "bad_request"));
    expected.put("{\"prompt\":\" \",\"model\":\"scripted/x\"}", new Refusal(400, "prompt_empty"));
    expected.put(
        "{\"prompt\":\"x\",\"mode\":\"sing\",\"model\":\"scripted/x\"}",
        new Refusal(400, "unknown_mode"));
    expected.put(
        "{\"prompt\":\"x\",\"agent\":\"bond\",\"model\":\"scripted/x\"}",
        new Refusal(400, "unknown_agent"));
    expected.put("{\"prompt\":\"x\",\"model\":\"acme/x\"}", new Refusal(400, "unknown_provider"));
    expected.put(
        "{\"prompt\":\"x\",\"repo\":{\"upload\":\"up_0\"},\"model\":\"scripted/x\"}",
        new Refusal(400, "unknown_upload"));
    expected.put(
        "{\"prompt\":\"x\",\"repo\":{\"url\":\"file:///etc\"},\"model\":\"scripted/x\"}",
        new Refusal(400, "repository_invalid"));
    // Addresses that would run something.
    for (var url : List.of("ext::/usr/bin/touch%20/var/tmp/owned", "--upload-pack=touch x")) {
      expected.put(
          "{\"prompt\":\"x\",\"repo\":{\"url\":\"%s\"},\"model\":\"scripted/x\"}".formatted(url),
          new Refusal(400, "repository_invalid"));
    }
    expected.put("{\"prompt\":\"x\",\"colour\":\"red\"}", new Refusal(400, "bad_request"));

    var found = new LinkedHashMap<String, Refusal>();
    expected.keySet().forEach(body -> found.put(body, refusal(client, Client.parse(body))));

    assertThat(found).isEqualTo(expected);
    assertThat(client.get("/api/tasks?limit=200").text()).isEqualTo(before);
  }

  @Test
  void a_prompt_of_a_megabyte_is_refused(Drydock drydock) {
    var client = drydock.client();
    var task = Client.JSON.createObjectNode().put("prompt", "x".repeat(1 << 20));
    assertThat(refusal(client, task.put("model", "scripted/x")).code())
        .isIn("prompt_too_large", "too_large");
  }

  @Test
  void a_refused_archive_leaves_nothing_in_the_mirrors(Drydock drydock) {
    var client = drydock.client();
    var folder = drydock.place().folder("refused");
    Shell.write(folder.resolve("inner"), "x");
    Shell.bash(folder, "ln -s /etc out && tar -czf archive inner out");
    var before = mirrors(drydock);
    var task = Client.JSON.createObjectNode().put("prompt", "x").put("model", "scripted/x");
    task.putObject("repo").put("upload", client.upload(folder.resolve("archive")));

    var ended = client.ended(client.create(task));

    assertThat(ended.at("/failure/cause").asText()).isEqualTo("archive_rejected");
    assertThat(mirrors(drydock)).isEqualTo(before);
  }

  private static String mirrors(Drydock drydock) {
    return Shell.bash(
        drydock.place().home(),
        "find mirrors/*.git mirrors/new/* checkouts/* workspaces/* -prune 2>/dev/null || true");
  }

  private static Refusal refusal(Client client, JsonNode task) {
    var answer = client.post("/api/tasks", task);
    var problem = answer.json();
    assertThat(problem.path("detail").asText()).as(answer.text()).isNotBlank().doesNotContain("\n");
    return new Refusal(answer.status(), problem.path("code").asText());
  }
}
