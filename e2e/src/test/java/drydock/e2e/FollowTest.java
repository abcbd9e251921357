package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A task is followed live, and what it left is taken home.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class FollowTest {
  @Test
  void a_stream_tells_everything_once_and_goes_on_where_it_broke_off(Drydock drydock) {
    var client = drydock.client();
    var id = counted(drydock, "follow", "echo two >a.txt; sleep 2");

    // Opened while it runs; it ends when the task does.
    var live = events(client.get("/api/tasks/" + id + "/events").text());

    assertThat(live).isEqualTo(client.events(id));
    assertThat(live.getLast().path("type").asText()).isEqualTo("ended");
    assertThat(live.stream().map(e -> e.path("number").asInt()).toList())
        .isEqualTo(IntStream.rangeClosed(1, live.size()).boxed().toList());
    assertThat(events(client.get("/api/tasks/" + id + "/events?after=5").text()))
        .isEqualTo(live.subList(5, live.size()));
  }

  @Test
  void the_changed_tree_and_the_logs_come_as_archives(Drydock drydock) {
    var client = drydock.client();
    var id = counted(drydock, "take", "echo two >a.txt; mkdir new; echo x >new/b; chmod +x new/b");
    client.ended(id);

    assertThat(unpacked(drydock, client, "/api/tasks/" + id + "/tree.zip"))
        .containsExactly("a.txt two", "new/b x");
    assertThat(client.get("/api/tasks/" + id + "/diff.json").json().path("stat").toString())
        .isEqualTo("{\"files\":2,\"additions\":2,\"deletions\":1}");
    assertThat(unpacked(drydock, client, "/api/tasks/" + id + "/logs.zip"))
        .anyMatch(line -> line.startsWith("events.jsonl "))
        .anyMatch(line -> line.equals("explanation.md Counted."))
        .anyMatch(line -> line.startsWith("gateway.jsonl "));
  }

  @Test
  void the_log_as_a_file_has_what_people_did_as_well(Drydock drydock) {
    var client = drydock.client();
    var id = counted(drydock, "filed", "echo two >a.txt");
    client.ended(id);
    Client.expect(201, client.post("/api/tasks/" + id + "/shares", Client.JSON.createObjectNode()));

    var filed = client.get("/logs/" + id + "/events.jsonl").text().lines().map(Client::parse);

    var told = client.events(id);
    assertThat(filed).isEqualTo(told);
    assertThat(told.stream().map(event -> event.path("type").asText()))
        .startsWith("task_created")
        .endsWith("shared");
  }

  @Test
  void every_attempt_has_its_files_and_what_a_task_left_may_have_any_name(Drydock drydock) {
    var client = drydock.client();
    var repository = Asked.repository(drydock.place(), "twice", Map.of("a.txt", "one\n"));
    drydock
        .place()
        .script(
            "twice",
            Asked.runs("", "mkdir /app/output/attempt-2 && echo kept >/app/output/attempt-2/x")
                + Asked.says("Kept."));
    var id = client.create(Asked.task("Keep.", repository, "twice").put("attempts", 2));
    client.ended(id);

    var files = client.get("/api/tasks/" + id + "/files").json().path("files");
    for (var attempt = 1; attempt <= 2; attempt++) {
      var folder = "/logs/" + id + (attempt == 1 ? "/" : "/attempt-2/");
      var number = attempt;
      var urls =
          files
              .valueStream()
              .filter(file -> file.path("attempt").asInt() == number)
              .map(file -> file.path("url").asText().replaceFirst("^https?://[^/]+", ""))
              .toList();
      assertThat(urls)
          .allMatch(url -> url.startsWith(folder))
          .contains(folder + "output/attempt-2/x", folder + "agent.log", folder + "gateway.jsonl");
      assertThat(client.get(folder + "output/attempt-2/x").text()).isEqualTo("kept\n");
      assertThat(client.get(folder + "explanation.md").text()).isEqualTo("Kept.\n");
    }
  }

  private static String counted(Drydock drydock, String name, String command) {
    var repository = Asked.repository(drydock.place(), name, Map.of("a.txt", "one\n"));
    drydock.place().script(name, Asked.runs("", command) + Asked.says("Counted."));
    return drydock.client().create(Asked.task("Count.", repository, name));
  }

  private static List<JsonNode> events(String stream) {
    return Arrays.stream(stream.split("\n", -1))
        .filter(line -> line.startsWith("data: {\""))
        .map(line -> Client.parse(line.substring("data: ".length())))
        .toList();
  }

  /// The files of an archive with their first lines.
  private static List<String> unpacked(Drydock drydock, Client client, String path) {
    var folder = drydock.place().folder("unpacked" + path);
    Shell.write(folder.resolve("archive.zip"), client.get(path).text());
    return Shell.bash(
            folder,
            """
            python3 -m zipfile -e archive.zip out
            cd out
            find . -type f -printf '%P\\n' | LC_ALL=C sort | while read -r f; do
              echo "$f $(head -n 1 "$f")"
            done
            """)
        .lines()
        .toList();
  }
}
