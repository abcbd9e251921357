package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nothing of one task may be found in another.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class TwentyAtOnceTest {
  private static final int TASKS = 20;

  @Test
  void twenty_tasks_at_once_each_give_their_own_patch(Drydock drydock) {
    var client = drydock.client();
    var place = drydock.place();
    var repositories =
        IntStream.range(0, TASKS).mapToObj(number -> prepare(place, number)).toList();

    var ids = new ArrayList<String>();
    for (var number = 0; number < TASKS; number++) {
      var task = Asked.task("Paint ship " + number, repositories.get(number), model(number));
      ids.add(client.create(task.put("check", "grep -q '^painted " + number + "$' ship.txt")));
    }

    var ended = new HashMap<Integer, Ended>();
    var expected = new HashMap<Integer, Ended>();
    for (var number = 0; number < TASKS; number++) {
      var id = ids.get(number);
      ended.put(number, Ended.of(client.ended(id), client.patch(id), client.get(files(id)).text()));
      expected.put(number, expected(number, repositories.get(number)));
    }
    assertThat(ended).as(drydock::tail).isEqualTo(expected);
  }

  /// @param ships the numbers of all ships that the model was told of
  private record Ended(
      String state, String explanation, String check, String patch, Map<String, Boolean> ships) {
    static Ended of(JsonNode task, String patch, String prompts) {
      var ships = new HashMap<String, Boolean>();
      for (var number = 0; number < TASKS; number++) {
        if (prompts.contains("ship " + number + "\\n")
            || prompts.contains("ship " + number + "\n")) {
          ships.put("ship " + number, true);
        }
      }
      return new Ended(
          task.path("state").asText(),
          task.at("/result/explanation").asText(),
          task.at("/result/check/status").asText(),
          patch,
          ships);
    }
  }

  private static Ended expected(int number, Path repository) {
    Shell.bash(repository, "sed -i s/rusty/painted/ ship.txt; echo log " + number + " >log.txt");
    Shell.in(repository, "git", "add", "-A");
    var patch = Shell.in(repository, "git", "diff", "--cached", "--full-index", "--binary");
    return new Ended(
        "succeeded",
        "Ship " + number + " is painted.",
        "passed",
        patch,
        Map.of("ship " + number, true));
  }

  private static String model(int number) {
    return "ship-" + number;
  }

  private static String files(String id) {
    return "/logs/" + id + "/prompt.txt";
  }

  private static Path prepare(Place place, int number) {
    place.script(
        model(number),
        Asked.runs("I look.", "cat ship.txt")
            + Asked.runs("", "sed -i s/rusty/painted/ ship.txt", "echo log " + number + " >log.txt")
            + Asked.says("Ship " + number + " is painted."));
    var text = "ship " + number + "\nrusty " + number + "\n";
    return Asked.repository(place, model(number), Map.of("ship.txt", text));
  }
}
