package drydock.e2e.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Compares how a task ended with what its scenario expects. What a scenario does not name must not
/// have happened: no failure, no check, no note, no artifact.
public record Judge(Scenario scenario, Client client, Place place) {
  private static final List<String> NOT_NAMED = List.of("failure", "check", "explanation");

  /// @return a line for each difference
  public List<String> differences(String id) {
    var task = client.ended(id);
    var events = client.events(id);
    var expected = (ObjectNode) scenario.expected();
    var all = new ArrayList<>(Likeness.differences("", outcome(expected), actual(task, events)));
    all.addAll(missing(expected.path("events"), events));
    for (var unwanted : expected.path("never")) {
      events.stream()
          .filter(event -> Likeness.isLike(unwanted, event))
          .forEach(event -> all.add("must not happen: " + event));
    }
    for (var file : expected.path("files").properties()) {
      var answer = client.get("/logs/" + id + "/" + file.getKey());
      var text = answer.status() == 200 ? new TextNode(answer.text()) : NullNode.getInstance();
      all.addAll(Likeness.differences(file.getKey(), file.getValue(), text));
    }
    all.addAll(patch(id));
    return all;
  }

  private static ObjectNode outcome(ObjectNode expected) {
    var outcome = Client.JSON.createObjectNode();
    outcome.set("state", expected.path("state"));
    for (var name : NOT_NAMED) {
      outcome.set(name, expected.has(name) ? expected.get(name) : NullNode.getInstance());
    }
    for (var name : List.of("notes", "artifacts")) {
      outcome.set(name, expected.has(name) ? expected.get(name) : Client.JSON.createArrayNode());
    }
    return outcome;
  }

  private static ObjectNode actual(JsonNode task, List<JsonNode> events) {
    var actual = Client.JSON.createObjectNode();
    actual.set("state", task.path("state"));
    actual.set("failure", task.path("failure"));
    actual.set("check", task.at("/result/check"));
    actual.set("explanation", task.at("/result/explanation"));
    var notes = actual.putArray("notes");
    events.stream()
        .filter(event -> event.path("type").asText().equals("noted"))
        .forEach(event -> notes.add(event.path("text").asText()));
    var artifacts = actual.putArray("artifacts");
    task.at("/result/artifacts")
        .valueStream()
        .sorted(Comparator.comparing(artifact -> artifact.path("path").asText()))
        .forEach(artifacts::add);
    return actual;
  }

  /// The expected events must be found in this order; others may stand between them.
  private static List<String> missing(JsonNode expected, List<JsonNode> events) {
    var at = 0;
    for (var each : expected) {
      while (at < events.size() && !Likeness.isLike(each, events.get(at))) {
        at++;
      }
      if (at++ == events.size()) {
        return List.of("no such event, or not after those before it: " + each);
      }
    }
    return List.of();
  }

  private List<String> patch(String id) {
    var patch = client.patch(id);
    if (!patch.equals(scenario.expectedPatch())) {
      return List.of("diff.patch: expected\n" + scenario.expectedPatch() + "\nbut was\n" + patch);
    }
    return patch.isEmpty() ? List.of() : applied(id);
  }

  /// The patch must apply to a fresh clone of the base, and give what the same work by hand gives.
  private List<String> applied(String id) {
    var clone = clone(id + "-patched");
    var patch = place.folder("clones/" + id + ".patch");
    Shell.write(patch, client.patch(id));
    Shell.in(clone, "git", "apply", "--binary", "--whitespace=nowarn", patch.toString());
    if (scenario.byHand().isEmpty()) {
      return List.of();
    }
    var other = clone(id + "-by-hand");
    Shell.bash(other, scenario.byHand().get());
    var expected = listing(other);
    var found = listing(clone);
    return expected.equals(found)
        ? List.of()
        : List.of("by hand it gives\n" + expected + "\nbut the patch gives\n" + found);
  }

  private Path clone(String name) {
    var clone = place.folder("clones/" + name);
    Shell.in(
        place.root(),
        "git",
        "clone",
        "-q",
        scenario.repository(place).toString(),
        clone.toString());
    return clone;
  }

  /// Every file with its kind, whether it may be run, its link's target and its content's sum. (Git
  /// knows no empty folders.)
  private static String listing(Path folder) {
    return Shell.bash(
        folder,
        """
        rm -rf .git
        find . ! -type d -printf '%p %y %l ' \\( -perm -100 -printf 'x ' -o -printf '- ' \\) \
          \\( -type f -exec sh -c 'sha256sum <"$1"' - {} \\; -o -printf '\\n' \\) | LC_ALL=C sort
        """);
  }
}
