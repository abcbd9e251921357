package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Set-up runs once for all tasks that need the same.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class SetupReuseTest {
  @Test
  void a_second_task_finds_what_set_up_made_and_not_what_the_first_task_did_to_it(Drydock drydock) {
    var client = drydock.client();
    var files =
        Map.of("setup.sh", "head -c 9 /dev/urandom | base64 >made\nexport MADE=$(cat made)\n");
    var repository = Asked.repository(drydock.place(), "reuse", files);
    drydock
        .place()
        .script(
            "reuse",
            Asked.runs("", "[ \"$(cat made)\" = \"$MADE\" ] && cat made; echo spoiled >made")
                + Asked.says("Done."));
    var first = client.create(Asked.task("One.", repository, "reuse"));
    client.ended(first);

    var second = client.create(Asked.task("Two.", repository, "reuse"));
    var task = client.ended(second);

    assertThat(note(client.task(first))).isEmpty();
    assertThat(note(task)).startsWith("set-up reused");
    var made = output(client.events(first));
    assertThat(made).isNotBlank();
    assertThat(output(client.events(second))).isEqualTo(made);
    assertThat(client.get("/logs/" + second + "/setup.log").text()).startsWith("[drydock: reused");
  }

  private static String note(JsonNode task) {
    return task.path("phases")
        .valueStream()
        .filter(phase -> phase.path("phase").asText().equals("setup"))
        .map(phase -> phase.path("note").asText(""))
        .findFirst()
        .orElseThrow();
  }

  private static String output(Iterable<JsonNode> events) {
    for (var event : events) {
      if (event.path("status").asText().equals("completed")) {
        return event.path("output").asText();
      }
    }
    throw new AssertionError("no tool call ended");
  }
}
