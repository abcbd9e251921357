package drydock.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `drydock.yaml`: the keys of [Key] at the top, and what does not fit one value: `models`,
/// `agents`, `git`, `commands`.
final class YamlFile {
  private static final List<String> TREES = List.of("models", "agents", "git", "commands");

  private final Path file;
  private final JsonNode root;

  private YamlFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /// A file that is not there is empty.
  static YamlFile read(Path file) {
    try {
      var root = new YAMLMapper().readTree(Files.readString(file));
      var yaml = new YamlFile(file, root == null ? MissingNode.getInstance() : root);
      yaml.check();
      return yaml;
    } catch (NoSuchFileException _) {
      return new YamlFile(file, MissingNode.getInstance());
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new SettingsException(
          file + (at == null ? "" : ", line " + at.getLineNr()) + ": not YAML");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void check() {
    if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
      throw new SettingsException(file + ": must be keys and values");
    }
    var known = new ArrayList<>(Key.names());
    known.remove(Key.DRYDOCK_HOME.name());
    known.addAll(TREES);
    root.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw new SettingsException(
                "%s: unknown key '%s'; did you mean '%s'?"
                    .formatted(file, name, Nearest.of(name, known)));
          }
        });
  }

  Map<String, String> values() {
    var values = new TreeMap<String, String>();
    root.properties()
        .forEach(entry -> {
          if (entry.getValue().isValueNode()) {
            values.put(entry.getKey(), entry.getValue().asText());
          } else if (entry.getValue().isArray()) {
            var parts = new ArrayList<String>();
            entry.getValue().forEach(part -> parts.add(part.asText()));
            values.put(entry.getKey(), String.join(",", parts));
          }
        });
    return values;
  }

  JsonNode tree(String name) {
    return root.path(name);
  }

  SettingsException wrong(String where, String what) {
    return new SettingsException(file + ": " + where + " " + what);
  }
}
