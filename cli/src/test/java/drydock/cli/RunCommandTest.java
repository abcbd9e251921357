package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String TASK = "/api/tasks/20260517_3k9x0q7hzt";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_task_is_followed_over_a_broken_stream_to_its_end() throws IOException {
    try (var server = recorded()) {
      var typed =
          Typed.at(
              server,
              folder,
              "run",
              "Mend it",
              "--repo",
              "https://example.org/a.git",
              "--ref",
              "main",
              "--check",
              "make test");
      var out = resource("run.out.txt").replace("FOLDER", folder.toString());
      assertThat(typed).isEqualTo(new Typed(0, out, ""));
      assertThat(server.requests())
          .containsExactly(
              "POST /api/tasks",
              "GET " + TASK + "/events?after=0",
              "GET " + TASK,
              "GET " + TASK + "/events?after=6",
              "GET " + TASK,
              "GET " + TASK + "/events?after=22",
              "GET " + TASK,
              "GET " + TASK + "/diff.patch");
      assertThat(server.bodyOf("POST /api/tasks"))
          .isEqualTo(
              "{\"prompt\":\"Mend it\",\"repo\":{\"url\":\"https://example.org/a.git\","
                  + "\"ref\":\"main\"},\"check\":\"make test\"}");
      assertThat(server.asked("POST /api/tasks").authorization()).isEqualTo("Bearer t0ken");
    }
  }

  @Test
  void json_is_the_ended_task_and_nothing_else() throws IOException {
    var failed = "{\"id\":\"20260517_3k9x0q7hzt\",\"state\":\"failed\"}";
    try (var server =
        new RecordedServer()
            .on("POST /api/tasks", 202, "application/json", "{\"id\":\"20260517_3k9x0q7hzt\"}")
            .on("GET " + TASK, "{\"state\":\"running\"}")
            .on("GET " + TASK + "?wait=30", "{\"state\":\"running\"}")
            .on("GET " + TASK + "?wait=30", failed)) {
      assertThat(Typed.at(server, folder, "run", "Mend it", "--json"))
          .isEqualTo(
              new Typed(
                  1,
                  """
                  {
                    "id" : "20260517_3k9x0q7hzt",
                    "state" : "failed"
                  }
                  """,
                  ""));
    }
  }

  @Test
  void detached_it_prints_the_id() {
    try (var server =
        new RecordedServer()
            .on("POST /api/tasks", 202, "application/json", "{\"id\":\"20260517_3k9x0q7hzt\"}")) {
      assertThat(Typed.at(server, folder, "run", "Mend it", "--detach"))
          .isEqualTo(new Typed(0, "20260517_3k9x0q7hzt\n", ""));
    }
  }

  @Test
  void a_path_that_leads_nowhere_is_said_before_anything_is_sent() {
    try (var server = new RecordedServer()) {
      assertThat(Typed.at(server, folder, "run", "Mend it", "--repo", "./nowhere"))
          .isEqualTo(
              new Typed(
                  2,
                  "",
                  "drydock: there is no folder or archive './nowhere'; a Git URL begins with"
                      + " https://\n"));
      assertThat(server.requests()).isEmpty();
    }
  }

  private static RecordedServer recorded() throws IOException {
    var events = resource("run.events.txt");
    var cut = events.indexOf("\n\n", events.indexOf("\"number\":6,")) + 2;
    return new RecordedServer()
        .on("POST /api/tasks", 202, "application/json", "{\"id\":\"20260517_3k9x0q7hzt\"}")
        .on(
            "GET " + TASK + "/events?after=0",
            200,
            "text/event-stream",
            events.substring(0, cut + 9))
        .on("GET " + TASK + "/events?after=6", 200, "text/event-stream", events.substring(cut))
        .on("GET " + TASK + "/events?after=22", "{\"events\":[]}")
        .on("GET " + TASK, "{\"state\":\"running\"}")
        .on("GET " + TASK, resource("run.task.json"))
        .on("GET " + TASK + "/diff.patch", 200, "text/x-diff", resource("run.diff.patch"));
  }

  static String resource(String name) throws IOException {
    try (var in = RunCommandTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
