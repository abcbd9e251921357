package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.Vendor;
import drydock.e2e.server.Vendor.Heard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real tasks with a model server that is not ours: in every dialect, from every kind of source.
@Tag("integration")
final class VendorTest {
  private static final String OPENAI_KEY = "sk-openai-never-to-be-seen";
  private static final String ANTHROPIC_KEY = "sk-ant-never-to-be-seen";

  @Test
  void tasks_run_in_chat_responses_and_messages_and_no_key_is_ever_inside_or_written_down() {
    var place = Place.fresh();
    try (var vendor = new Vendor()) {
      Shell.write(
          place.home().resolve("drydock.yaml"),
          """
          models:
            openai/two:
              dialect: responses
          """);
      try (var drydock = Drydock.up(place, settings(vendor))) {
        var client = drydock.client();
        var ids =
            List.of(
                client.create(fromGit(place, "openai/one")),
                client.create(fromZip(place, client, "openai/two")),
                client.create(fromTar(place, client, "anthropic/three")));
        for (var id : ids) {
          var task = client.ended(id);
          assertThat(task.at("/result/explanation").asText())
              .as(() -> client.story(id))
              .isEqualTo("It adds now. 🚢");
          assertThat(task.at("/result/check/status").asText()).isEqualTo("passed");
          assertThat(client.patch(id)).contains("-echo $(($1 - $2))\n+echo $(($1 + $2))\n");
          assertThat(task.at("/usage/tokens/input").asInt()).isEqualTo(1900);
        }
      }
      assertThat(vendor.heard())
          .containsExactlyInAnyOrder(
              new Heard("/v1/models", "Bearer " + OPENAI_KEY),
              new Heard("/v1/models", ANTHROPIC_KEY),
              new Heard("/v1/chat/completions", "Bearer " + OPENAI_KEY),
              new Heard("/v1/chat/completions", "Bearer " + OPENAI_KEY),
              new Heard("/v1/responses", "Bearer " + OPENAI_KEY),
              new Heard("/v1/responses", "Bearer " + OPENAI_KEY),
              new Heard("/v1/messages", ANTHROPIC_KEY),
              new Heard("/v1/messages", ANTHROPIC_KEY));
      assertThat(Shell.bash(place.root(), "grep -rl never-to-be-seen . 2>/dev/null || true"))
          .isEmpty();
    } finally {
      place.remove();
    }
  }

  private static Map<String, String> settings(Vendor vendor) {
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("OPENAI_BASE_URL", vendor.url() + "/v1");
    settings.put("OPENAI_API_KEY", OPENAI_KEY);
    settings.put("ANTHROPIC_BASE_URL", vendor.url());
    settings.put("ANTHROPIC_API_KEY", ANTHROPIC_KEY);
    return settings;
  }

  private static ObjectNode fromGit(Place place, String model) {
    var files = Map.of("sum.sh", "echo $(($1 - $2))\n");
    var task = Asked.task("Mend it.", Asked.repository(place, "sum", files), "");
    return asked(task, model);
  }

  private static ObjectNode fromZip(Place place, Client client, String model) {
    var repository = place.folder("repos/sum");
    Shell.in(repository, "python3", "-m", "zipfile", "-c", "../sum.zip", "sum.sh");
    return uploaded(client.upload(place.folder("repos/sum.zip")), model);
  }

  private static ObjectNode fromTar(Place place, Client client, String model) {
    Shell.bash(place.folder("repos"), "tar -czf sum.tar.gz sum");
    return uploaded(client.upload(place.folder("repos/sum.tar.gz")), model);
  }

  private static ObjectNode uploaded(String upload, String model) {
    var task = Client.JSON.createObjectNode().put("prompt", "Mend it.");
    task.putObject("repo").put("upload", upload);
    return asked(task, model);
  }

  private static ObjectNode asked(ObjectNode task, String model) {
    // The sandbox's own environment must not show a key either.
    var check = "test \"$(sh sum.sh 2 3)\" = 5 && ! env | grep -q sk-";
    return task.put("model", model).put("check", check);
  }
}
