package drydock.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What Drydock knows and may not say is in no log and no event, whoever prints it, and however.
@Tag("integration")
final class MaskingTest {
  private static final String KEY = "sk-never-to-be-seen-3f9a7c21";

  /// As it is, in the three alignments of base64, in hexadecimal and URL-encoded.
  private static final List<String> FORMS =
      List.of(
          KEY,
          base64(KEY),
          base64("a" + KEY),
          base64("ab" + KEY),
          HexFormat.of().formatHex(KEY.getBytes(UTF_8)),
          HexFormat.of().withPrefix("%").formatHex(KEY.getBytes(UTF_8)));

  @Test
  void a_known_secret_is_in_no_log_and_no_event_whoever_prints_it() {
    var place = Place.fresh();
    try (var drydock = Drydock.up(place, settings())) {
      var says = String.join(" ", FORMS);
      // Printed in two pieces, with a pause between: they come as two reads, and as two events.
      var inPieces = new StringBuilder();
      FORMS.forEach(form ->
          inPieces.append(
              "printf 'form %s'; sleep 0.3; printf '%s\\n'\n"
                  .formatted(printed(form.substring(0, 9)), printed(form.substring(9)))));
      var files = Map.of("setup.sh", inPieces.toString(), "say.sh", inPieces.toString());
      var repository = Asked.repository(place, "masking", files);
      place.script(
          "masking", Asked.runs("I print " + says, "sh say.sh") + Asked.says("It is " + says));
      var client = drydock.client();
      var task = Asked.task("Print it.", repository, "masking").put("check", "sh say.sh");

      var id = client.create(task);
      var ended = client.ended(id);

      assertThat(ended.path("state").asText()).as(client.story(id)).isEqualTo("succeeded");
      assertThat(ended.at("/result/explanation").asText()).startsWith("It is *** ");
      var told = client.events(id).toString();
      assertThat(told).contains("form ***", "I print *** ").doesNotContain(inside());
      var logs = place.home().resolve("logs/" + id);
      for (var part : inside()) {
        assertThat(
                Shell.bash(
                    place.root(), "grep -rlF -- '" + part + "' " + logs + " server.log || true"))
            .isEmpty();
      }
      assertThat(Shell.bash(logs, "grep -lF 'form ***' setup.log check.log events.jsonl"))
          .isEqualTo("setup.log\ncheck.log\nevents.jsonl\n");
    } finally {
      place.remove();
    }
  }

  /// Of base64, what no neighbour has a share in.
  private static String[] inside() {
    return FORMS.stream().map(form -> form.substring(4, form.length() - 4)).toArray(String[]::new);
  }

  private static Map<String, String> settings() {
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("OPENAI_API_KEY", KEY);
    return settings;
  }

  /// As printf(1) wants it.
  private static String printed(String text) {
    return text.replace("%", "%%");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
