package drydock.app.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.app.settings.SettingsException;
import drydock.domain.model.ModelName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The default model that was chosen while the server ran: the file `model.json` of its home. One
/// writer at a time.
final class KeptDefault {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  KeptDefault(Path file) {
    this.file = file;
  }

  /// @throws SettingsException if the file is damaged
  Optional<ModelName> read() {
    try {
      var name = JSON.readTree(Files.readAllBytes(file)).path("default").asText();
      return Optional.of(ModelName.parse(name));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException _) {
      throw new SettingsException(
          file + " is damaged: remove it, and choose the default model in Settings > Models");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// A reader sees the old or the new content.
  ///
  /// @param model none = no choice is kept any more
  void write(Optional<ModelName> model) {
    try {
      if (model.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      var tree = JSON.createObjectNode().put("default", model.get().toString());
      var beside = Files.createTempFile(file.toAbsolutePath().getParent(), "model", ".new");
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
}
