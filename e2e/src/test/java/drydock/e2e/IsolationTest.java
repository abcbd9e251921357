package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import drydock.sandbox.selftest.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The self-test as people get it: with the agent's runtime, real doors, and a server beside it.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class IsolationTest {
  @Test
  void a_server_tells_what_its_sandboxes_keep_in_and_remembers_it(Drydock drydock) {
    var client = drydock.client();

    var report = client.get("/api/isolation").json();

    assertThat(report.path("holds").asBoolean()).as(report.toPrettyString()).isTrue();
    for (var phase : List.of("setup", "agent")) {
      assertThat(ids(report, phase))
          .isEqualTo(Arrays.stream(Trial.values()).map(Trial::id).toList());
    }
    assertThat(client.get("/api/isolation").json()).isEqualTo(report);
    var again = client.get("/api/isolation?fresh=true").json();
    assertThat(again.path("at").asText()).isGreaterThan(report.path("at").asText());
    assertThat(again.path("holds").asBoolean()).as(again.toPrettyString()).isTrue();
  }

  @Test
  void doctor_says_it_too_beside_a_running_server_and_another_doctor_and_changes_nothing(
      Drydock drydock) throws Exception {
    var before = modes(drydock);
    Callable<String> doctor = () -> Drydock.run(drydock.place(), "doctor", "--all");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var said : threads.invokeAll(List.of(doctor, doctor))) {
        assertThat(said.get())
            .contains("ok   isolation setup ", "ok   isolation agent ", "ok     host-files ");
      }
    }
    assertThat(modes(drydock)).isEqualTo(before);
  }

  /// Of all folders that somebody must be able to walk through, or must not.
  private static Map<String, String> modes(Drydock drydock) throws IOException {
    var modes = new TreeMap<String, String>();
    try (var folders = Files.list(drydock.place().home())) {
      for (var folder : folders.filter(Files::isDirectory).toList()) {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        modes.put(folder.getFileName().toString(), mode);
      }
    }
    return modes;
  }

  private static List<String> ids(JsonNode report, String phase) {
    return StreamSupport.stream(report.path("phases").spliterator(), false)
        .filter(p -> p.path("phase").asText().equals(phase))
        .flatMap(p -> StreamSupport.stream(p.path("rows").spliterator(), false))
        .map(row -> row.path("id").asText())
        .toList();
  }
}
