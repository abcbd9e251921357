package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Inside;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A check judges only when it came to its end.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class CheckTest {
  @Test
  void one_whose_sandbox_is_killed_from_outside_judges_nothing(Drydock drydock) {
    var id = begun(drydock, "checked-kill", "echo began; sleep 1000");
    drydock.client().whenEvent(id, event -> event.path("text").asText().startsWith("began"));

    Inside.processes(id, "init").forEach(ProcessHandle::destroyForcibly);

    var task = drydock.client().ended(id);
    assertThat(task.path("state").asText()).isEqualTo("succeeded");
    assertThat(status(task)).isEqualTo("error 137");
  }

  @Test
  void one_that_is_killed_by_itself_has_failed(Drydock drydock) {
    var id = begun(drydock, "checked-own", "kill -9 $$");

    assertThat(status(drydock.client().ended(id))).isEqualTo("failed 137");
  }

  private static String begun(Drydock drydock, String name, String check) {
    drydock.place().script(name, Asked.says("Done."));
    var repository = Asked.repository(drydock.place(), name, Map.of("a.txt", "one\n"));
    return drydock.client().create(Asked.task("Do.", repository, name).put("check", check));
  }

  private static String status(JsonNode task) {
    var check = task.at("/result/check");
    return check.path("status").asText() + " " + check.path("exitStatus").asInt();
  }
}
