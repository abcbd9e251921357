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
    var before = listing(drydock);
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
    assertThat(listing(drydock)).isEqualTo(before);
  }

  /// The whole folder, but for the database's own files, and for what an overlay leaves in its work
  /// folders, which only root can list.
  private static List<String> listing(Drydock drydock) {
    var home = drydock.place().home();
    return Shell.bash(
            home,
            "find . '(' -path ./db -o -type d ! -readable ')' -prune -o -print | LC_ALL=C sort")
        .lines()
        .toList();
  }

  @Test
  void what_tasks_share_goes_with_the_last_of_them(Drydock drydock) {
    var client = drydock.client();
    var folder = drydock.place().folder("delete-shared");
    Shell.write(folder.resolve("a.txt"), "one\n");
    Shell.write(folder.resolve("setup.sh"), "touch made\n");
    Shell.bash(folder, "tar -czf archive a.txt setup.sh");
    Shell.write(folder.resolve("note"), "See me.");
    drydock
        .place()
        .script(
            "delete-shared",
            Asked.runs("", "cat /app/attachments/*/* >>a.txt; cp a.txt /app/output")
                + Asked.says("Done."));
    var before = listing(drydock);
    var task = Client.JSON.createObjectNode().put("prompt", "Change it.");
    task.put("model", "scripted/delete-shared");
    task.putObject("repo").put("upload", client.upload(folder.resolve("archive")));
    task.putArray("attachments").add(client.upload(folder.resolve("note")));
    var first = client.create(task, "delete-shared");
    assertThat(client.create(task, "delete-shared")).isEqualTo(first);
    client.ended(first);
    var second = client.create(task);
    client.ended(second);

    assertThat(client.delete("/api/tasks/" + first).status()).isEqualTo(204);

    assertThat(client.patch(second)).contains("+See me.");
    assertThat(client.get("/api/tasks/" + second + "/tree.zip").status()).isEqualTo(200);
    // The key is free again: its answer named a task that is gone.
    var third = client.create(task, "delete-shared");
    assertThat(third).isNotEqualTo(first);
    assertThat(client.ended(third).path("state").asText()).isEqualTo("succeeded");

    for (var id : List.of(second, third)) {
      assertThat(client.delete("/api/tasks/" + id).status()).isEqualTo(204);
    }

    assertThat(listing(drydock)).isEqualTo(before);
    assertThat(client.post("/api/tasks", task).json().path("code").asText())
        .isEqualTo("unknown_upload");
  }

  @Test
  void a_running_task_is_stopped_and_deleted(Drydock drydock) {
    var client = drydock.client();
    var before = listing(drydock);
    var repository = Asked.repository(drydock.place(), "delete-running", Map.of("a.txt", "one\n"));
    drydock.place().script("delete-running", Asked.runs("", "sleep 1000"));
    var id = client.create(Asked.task("Wait.", repository, "delete-running"));
    client.whenEvent(id, event -> event.path("type").asText().equals("tool_started"));

    assertThat(client.delete("/api/tasks/" + id).status()).isEqualTo(204);

    assertThat(client.get("/api/tasks/" + id).status()).isEqualTo(404);
    assertThat(listing(drydock)).isEqualTo(before);
  }
}
