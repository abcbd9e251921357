package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.Vendor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A picture that somebody attaches reaches a model that can see, in every dialect, and lies in the
/// workspace under its name for all.
@Tag("integration")
final class PictureTest {
  private static final String RED =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

  private static final Map<String, String> SEEN =
      Map.of(
          "openai/one", "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,",
          "openai/two", "{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,",
          "anthropic/three", "{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"");

  @Test
  void a_model_that_can_see_is_shown_it_and_one_that_cannot_is_told_where_it_lies() {
    var place = Place.fresh();
    try (var vendor = new Vendor()) {
      Shell.write(
          place.home().resolve("drydock.yaml"),
          """
          models:
            openai/one: {vision: true}
            openai/two: {dialect: responses, vision: true}
            anthropic/three: {vision: true}
          """);
      var sent = place.folder("sent");
      Shell.bash(place.root(), "mkdir sent; echo " + RED + " | base64 -d > sent/red.png");
      var files = Map.of("sum.sh", "echo $(($1 - $2))\n");
      try (var drydock = Drydock.up(place, settings(vendor))) {
        var client = drydock.client();
        var repository = Asked.repository(place, "sum", files);
        var upload = client.upload(sent.resolve("red.png"));
        for (var model : List.of("openai/one", "openai/two", "anthropic/three", "openai/blind")) {
          var task = Asked.task("It should look like this.", repository, "").put("model", model);
          task.putArray("attachments").add(upload);
          var id = client.create(task);
          assertThat(client.ended(id).path("state").asText())
              .as(() -> client.story(id))
              .isEqualTo("succeeded");
          assertThat(asked(vendor, model))
              .isNotEmpty()
              .allMatch(body -> body.contains("/app/attachments/" + upload + "/red.png"))
              .allMatch(body ->
                  SEEN.containsKey(model)
                      ? body.contains(SEEN.get(model) + RED)
                      : !body.contains(RED));
        }
      }
    } finally {
      place.remove();
    }
  }

  private static List<String> asked(Vendor vendor, String model) {
    var name = "\"model\":\"" + model.substring(model.indexOf('/') + 1) + "\"";
    return vendor.asked().stream().filter(body -> body.contains(name)).toList();
  }

  private static Map<String, String> settings(Vendor vendor) {
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("OPENAI_BASE_URL", vendor.url() + "/v1");
    settings.put("OPENAI_API_KEY", "sk-openai-never-to-be-seen");
    settings.put("ANTHROPIC_BASE_URL", vendor.url());
    settings.put("ANTHROPIC_API_KEY", "sk-ant-never-to-be-seen");
    return settings;
  }
}
