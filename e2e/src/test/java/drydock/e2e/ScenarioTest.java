package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Judge;
import drydock.e2e.server.Scenario;
import drydock.e2e.server.SharedServer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every folder in `e2e/scenarios`. All are submitted at once, so that they run beside each other;
/// `-Dscenario=NAME` runs those whose name contains it.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class ScenarioTest {
  private record Submitted(Scenario scenario, String id) {}

  /// Without the limit that it is to meet, a bomb would hit the whole machine.
  private static final Map<String, String> NEEDED =
      Map.of("70_memory_bomb", "memory limit", "71_fork_bomb", "pids limit");

  @TestFactory
  Stream<DynamicTest> scenarios(Drydock drydock) {
    var wanted = System.getProperty("scenario", "");
    var client = drydock.client();
    return Scenario.all().stream()
        .filter(scenario -> scenario.name().contains(wanted))
        .filter(scenario ->
            Optional.ofNullable(NEEDED.get(scenario.name())).stream().allMatch(drydock::holds))
        .map(scenario -> new Submitted(scenario, scenario.submit(client, drydock.place())))
        .toList()
        .stream()
        .map(each ->
            DynamicTest.dynamicTest(each.scenario().name(), () -> judge(each, client, drydock)));
  }

  private static void judge(Submitted each, Client client, Drydock drydock) {
    var judge = new Judge(each.scenario(), client, drydock.place());
    assertThat(judge.differences(each.id()))
        .as(() -> client.story(each.id()) + "\n" + drydock.tail())
        .isEmpty();
  }
}
