package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The short form of `drydock bench chaos`.
@Tag("integration")
final class ChaosTest {
  @Test
  void whatever_is_killed_every_task_ends_with_the_diff_of_one_left_in_peace() {
    var place = Place.fresh();
    try {
      var said =
          Drydock.run(
              place, "bench", "chaos", "--tasks", "12", "--time", "PT20S", "--pause", "PT3S",
              "--seed", "4", "--dry");

      assertThat(said)
          .contains(
              "| lost | **0** | 0 | met |",
              "| failed, or with another diff than undisturbed | **0** | 0 | met |",
              "| processes, mounts, cgroups and sockets left behind | **0** | 0 | met |");
    } finally {
      place.remove();
    }
  }
}
