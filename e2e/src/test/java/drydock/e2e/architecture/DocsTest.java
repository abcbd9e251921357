package drydock.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.settings.Key;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the documents say is there, is there.
final class DocsTest {
  private static final Pattern PATH =
      Pattern.compile("`((?:docs|[a-z0-9]+/src|examples|scripts|\\.ci|\\.drydock)/[\\w./*-]+)`");

  @Test
  void every_path_a_document_names_exists() {
    var missing = new TreeSet<String>();
    for (var document :
        new String[] {
          "docs/walk.md", "docs/architecture.md", "docs/configuration.md", "README.md", "AGENTS.md"
        }) {
      var paths = PATH.matcher(Repository.read(document));
      while (paths.find()) {
        var path = paths.group(1);
        if (!path.startsWith(".drydock")
            && !path.contains("*")
            && !Files.exists(Repository.ROOT.resolve(path))) {
          missing.add(document + ": " + path);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_table_of_settings_is_the_code_s() {
    var rows = new ArrayList<String>();
    for (var key : Key.values()) {
      rows.add(
          "| `%s` | %s | %s |"
              .formatted(
                  key.name(),
                  key.shownDefault().isEmpty() ? "none" : key.shownDefault(),
                  key.meaning()));
    }
    assertThat(Repository.read("docs/configuration.md").lines().filter(l -> l.startsWith("| `")))
        .containsExactlyElementsOf(rows);
  }

  @Test
  void the_newcomers_page_is_short() {
    assertThat(Repository.read("AGENTS.md").lines().count()).isLessThanOrEqualTo(100);
  }

  @Test
  void the_glossary_s_forbidden_words_are_the_shape_test_s() {
    assertThat(Repository.read("docs/glossary.md"))
        .contains("Manager, Helper, Util, Impl, Abstract, Base, Common, Data, Info");
  }
}
