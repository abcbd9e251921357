package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.bench.Orphans;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The last of all: after everything that was done to the shared server, it stops and leaves
/// nothing on the machine but its folder.
@Tag("integration")
@ExtendWith(SharedServer.class)
@Order(Integer.MAX_VALUE)
final class NothingLeftTest {
  @Test
  void a_server_that_stopped_left_nothing(Drydock drydock) {
    var client = drydock.client();
    var repository =
        Asked.repository(drydock.place(), "left", Map.of("setup.sh", "sleep 1000 &\n"));
    drydock.place().script("left", Asked.runs("", "sleep 1000 & echo begun") + Asked.says("Done."));
    var id = client.create(Asked.task("Leave something.", repository, "left"));
    assertThat(client.ended(id).path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
    var home = drydock.place().home();

    drydock.close();

    assertThat(new Orphans(drydock.installation(), home).found()).isEmpty();
    // Mirrors, layers and checkouts are made beside and moved: none was left in the making.
    assertThat(Shell.bash(home, "find mirrors uploads layers checkouts -maxdepth 2 -name '*.new*'"))
        .isEmpty();
  }
}
