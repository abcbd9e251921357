package drydock.app.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.app.settings.SettingsException;
import drydock.domain.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keys that were given to the running server: the file `keys.json` of its home, which only its
/// owner may read. One writer at a time.
final class KeptKeys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /// @param url none = the vendor's
  record Kept(Optional<Secret> key, Optional<URI> url) {}

  KeptKeys(Path file) {
    this.file = file;
  }

  /// @return by the provider's name
  /// @throws SettingsException if the file is damaged
  Map<String, Kept> read() {
    var all = new TreeMap<String, Kept>();
    try {
      var tree = JSON.readTree(Files.readAllBytes(file));
      for (var entry : tree.properties()) {
        var url = text(entry.getValue(), "url").map(URI::create);
        all.put(entry.getKey(), new Kept(text(entry.getValue(), "key").map(Secret::new), url));
      }
      return all;
    } catch (NoSuchFileException _) {
      return all;
    } catch (JsonProcessingException | IllegalArgumentException _) {
      // Their text would quote a key.
      throw new SettingsException(
          file + " is damaged: remove it, and give the keys again in Settings > Models");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// A reader sees the old or the new content; nobody but the owner sees either.
  void write(Map<String, Kept> all) {
    var tree = JSON.createObjectNode();
    all.forEach((name, kept) -> {
      var node = tree.putObject(name);
      kept.key().ifPresent(key -> node.put("key", key.reveal()));
      kept.url().ifPresent(url -> node.put("url", url.toString()));
    });
    try {
      // Files.createTempFile makes it with mode 0600.
      var beside = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new");
      try {
        Files.write(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
        Files.move(
            beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.path(name).textValue());
  }
}
