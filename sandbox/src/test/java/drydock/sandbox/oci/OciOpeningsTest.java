package drydock.sandbox.oci;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import drydock.domain.isolation.Row;
import drydock.sandbox.oci.host.Identity;
import drydock.sandbox.selftest.BenchStage;
import drydock.sandbox.selftest.SelfTest;
import drydock.sandbox.selftest.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every row of the self-test sees what it is for: with its own protection turned off it is open,
/// and no other row is. Turning them off takes root.
@Tag("integration")
class OciOpeningsTest {
  @Test
  void every_row_has_an_opening() {
    assertThat(Openings.all().keySet()).containsExactly(Trial.values());
  }

  @TestFactory
  Stream<DynamicTest> a_protection_that_is_off_opens_its_own_row_and_no_other() {
    assumeFalse(Identity.ofThisProcess().rootless(), "protections are turned off by root");
    return Openings.all().entrySet().stream()
        .map(e ->
            dynamicTest(
                e.getKey().id() + ": " + e.getValue().off(),
                () -> assertThat(verdicts(e.getValue())).isEqualTo(onlyOpen(e.getKey()))));
  }

  private static Map<String, String> onlyOpen(Trial trial) {
    return Arrays.stream(Trial.values())
        .collect(toMap(Trial::id, each -> each == trial ? "open" : "blocked"));
  }

  private static Map<String, String> verdicts(Opening opening)
      throws IOException, InterruptedException {
    var place = Place.make();
    var folder = place.workspaces().resolve("test");
    Files.createDirectories(folder);
    try (var driver = new WeakDriver(place, folder, opening)) {
      var stage = new BenchStage(driver, folder.resolve("stage"), opening.door());
      return new SelfTest(driver, folder.resolve("selftest"), Set.of())
          .run(stage).stream().collect(toMap(Row::id, row -> row.verdict().word()));
    } finally {
      place.remove();
    }
  }
}
