package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A deleted task is gone, with all that was its own.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class DeleteTest {
  @Test
  void nothing_of_a_deleted_task_is_left(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "delete", Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script(
            "delete",
            Asked.runs(
                    "",
                    "echo two >a.txt; mkdir -m 0 closed; echo x >/app/output/x; chmod 0 ~/.cache")
                + Asked.says("Done."));
    var id = client.create(Asked.task("Change it.", repository, "delete"));
    client.ended(id);
    var share = client.post("/api/tasks/" + id + "/shares", Client.JSON.createObjectNode());
    var link = Client.expect(201, share).path("url").asText().replaceFirst("^https?://[^/]+", "");
    assertThat(client.getAsStranger(link + "/task.json").status()).isEqualTo(200);

    assertThat(client.delete("/api/tasks/" + id).status()).isEqualTo(204);

    for (var path : List.of("", "/events", "/diff.patch", "/diff.json", "/tree.zip", "/files")) {
      assertThat(client.get("/api/tasks/" + id + path).status()).as(path).isEqualTo(404);
    }
    assertThat(client.get("/logs/" + id + "/explanation.md").status()).isEqualTo(404);
    assertThat(client.getAsStranger(link + "/task.json").status()).isEqualTo(404);
    assertThat(client.get("/api/tasks?limit=200").text()).doesNotContain(id);
    // The database's own files aside: its rows are gone, its pages are PostgreSQL's to reuse. What
    // an overlay leaves in its work folders only root can list.
    assertThat(
            Shell.bash(
                drydock.place().home(),
                "find . -path ./db -prune -o -name '*" + id + "*' -print -o ! -readable -prune"))
        .isEmpty();
  }

  @Test
  void a_running_task_is_stopped_and_deleted(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "delete-running", Map.of("a.txt", "one\n"));
    drydock.place().script("delete-running", Asked.runs("", "sleep 1000"));
    var id = client.create(Asked.task("Wait.", repository, "delete-running"));
    client.whenEvent(id, event -> event.path("type").asText().equals("tool_started"));

    assertThat(client.delete("/api/tasks/" + id).status()).isEqualTo(204);

    assertThat(client.get("/api/tasks/" + id).status()).isEqualTo(404);
    assertThat(Shell.bash(drydock.place().home(), "ls logs workspaces")).doesNotContain(id);
  }
}
