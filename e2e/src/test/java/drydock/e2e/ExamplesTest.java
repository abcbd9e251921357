package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.Registry;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// The samples that ship, as `examples/examples.json` lists them: what a newcomer tries first.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class ExamplesTest {
  private static final Path EXAMPLES = Drydock.checkout().resolve("examples");

  @TestFactory
  Stream<DynamicTest> examples(Drydock drydock) {
    return Client.parse(read("examples.json"))
        .valueStream()
        .map(example ->
            DynamicTest.dynamicTest(example.path("name").asText(), () -> runs(example, drydock)));
  }

  private static void runs(JsonNode example, Drydock drydock) {
    for (var need : example.path("needs")) {
      assumeTrue(Shell.succeeds("command -v " + need.asText()), "there is no " + need.asText());
    }
    if (example.path("network").asBoolean()) {
      assumeTrue(
          Registry.NPM.answers() && Registry.MAVEN.answers(),
          "the package registries do not answer");
    }
    var client = drydock.client();
    var model = example.path("model").asText().replace("scripted/", "");
    drydock.place().script(model, read("scripts/" + model + ".jsonl"));
    var repository = repository(drydock.place(), example.path("folder").asText(), model);
    var task = Asked.task(example.path("prompt").asText(), repository, model);
    task.set("mode", example.path("mode"));
    var id = client.create(task);

    var ended = client.ended(id);

    assertThat(ended.path("state").asText())
        .as(() -> client.story(id) + client.get("/logs/" + id + "/setup.log").text())
        .isEqualTo("succeeded");
    assertThat(client.patch(id))
        .isEqualTo(example.has("patch") ? read(example.path("patch").asText()) : "");
    if (example.has("check")) {
      assertThat(ended.at("/result/check/status").asText())
          .as(() -> client.get("/logs/" + id + "/check.log").text())
          .isEqualTo("passed");
    }
  }

  private static Path repository(Place place, String folder, String name) {
    var repository = place.folder("repos/example-" + name);
    Shell.bash(place.root(), "mkdir -p repos");
    Shell.in(EXAMPLES, "cp", "-r", folder, repository.toString());
    Shell.bash(repository, "git init -q -b main && git add -A && git commit -q -m 'The sample'");
    return repository;
  }

  private static String read(String file) {
    try {
      return Files.readString(EXAMPLES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
