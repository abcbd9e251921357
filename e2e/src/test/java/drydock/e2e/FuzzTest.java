package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Generated requests, right and wrong ones, for every operation of `openapi.yaml`: each answer is
/// one that the document names, and none is our fault. `./drydock test fuzz` is the long form.
@Tag("integration")
final class FuzzTest {
  /// For each operation, beside what follows from its schema.
  private static final String EXAMPLES = System.getProperty("drydock.fuzz.examples", "4");

  private static final String SEED = System.getProperty("drydock.fuzz.seed", "20261123");
  private static final int LEAST = Integer.getInteger("drydock.fuzz.least", 1_000);

  /// The fuzzer could not be installed.
  private static final int NOT_HERE = 77;

  /// One at a time: the tasks that the fuzzer makes are real.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "DRYDOCK_MODEL", "scripted/fuzz",
          "DRYDOCK_CAPACITY", "1",
          "DRYDOCK_SANDBOX_MEMORY", "512M",
          "DRYDOCK_TASK_TIMEOUT", "PT20S",
          "DRYDOCK_SETUP_TIMEOUT", "PT10S",
          "DRYDOCK_CHECK_TIMEOUT", "PT10S",
          "DRYDOCK_EGRESS_SETUP", "none");

  @Test
  void every_answer_to_a_made_up_request_is_one_of_the_documents()
      throws IOException, InterruptedException {
    var place = Place.fresh();
    place.script("fuzz", Asked.says("There is nothing to do."));
    try (var drydock = Drydock.up(place, SETTINGS)) {
      var counts = place.folder("counts.json");
      var log = place.folder("fuzz.log");
      var fuzzer =
          new ProcessBuilder(
                  Drydock.checkout().resolve("scripts/fuzz/run").toString(),
                  drydock.address().toString(),
                  EXAMPLES,
                  SEED)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      fuzzer
          .environment()
          .putAll(
              Map.of(
                  "DRYDOCK_TOKEN", Files.readString(place.home().resolve("token")).strip(),
                  "DRYDOCK_FUZZ_KNOWN", known(drydock.client()).toString(),
                  "DRYDOCK_FUZZ_COUNTS", counts.toString()));

      var status = status(fuzzer.start());

      var said = Files.readString(log);
      assumeTrue(status != NOT_HERE, () -> "the fuzzer cannot be installed here: " + said);
      assertThat(status).as(said).isZero();
      var answered = Client.parse(Files.readString(counts));
      assertThat(sum(answered)).as("%s", answered).isGreaterThanOrEqualTo(LEAST);
      assertThat(names(answered)).noneMatch(code -> code.startsWith("5"));
      System.out.println("fuzzed: " + sum(answered) + " requests, answered " + answered);
    } finally {
      place.remove();
    }
  }

  private static int status(Process fuzzer) throws InterruptedException {
    try {
      assertThat(fuzzer.waitFor(50, TimeUnit.MINUTES)).as("the fuzzer ends").isTrue();
      return fuzzer.exitValue();
    } finally {
      fuzzer.destroyForcibly();
    }
  }

  /// Things that are there, so that the requests are not all about what is not.
  private static JsonNode known(Client client) {
    var mapper = new ObjectMapper();
    var asked = mapper.createObjectNode().put("prompt", "Look around.");
    var tasks = List.of(client.create(asked), client.create(asked));
    tasks.forEach(client::ended);
    // The first look takes as long as the machine needs; later ones are told of it.
    Client.expect(200, client.get("/api/isolation"));
    var share =
        client.post(
            "/api/tasks/" + tasks.getFirst() + "/shares",
            Client.parse("{\"include\":[\"logs\",\"prompts\"]}"));
    var link = Client.expect(201, share).path("url").asText();
    return mapper.valueToTree(
        Map.of(
            "tasks", tasks,
            "shares", List.of(link.substring(link.lastIndexOf('/') + 1)),
            "files", List.of("diff.patch", "explanation.md", "agent.log", "gateway.jsonl")));
  }

  private static int sum(JsonNode counts) {
    return counts.valueStream().mapToInt(JsonNode::asInt).sum();
  }

  private static Set<String> names(JsonNode counts) {
    return counts.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
