package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.ToolContent;
import drydock.acp.ToolKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes a whole file, with the folders above it.
public final class WriteTool implements Tool {
  private final Workplace place;

  public WriteTool(Workplace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public ToolKind kind() {
    return ToolKind.EDIT;
  }

  @Override
  public String title(ObjectNode arguments) {
    return "Write " + Arguments.oneLine(Arguments.optional(arguments, "path").orElse(""));
  }

  @Override
  public Outcome run(ObjectNode arguments, Progress progress) {
    var path = place.resolve(Arguments.text(arguments, "path"));
    var content = Arguments.text(arguments, "content");
    try {
      var before = before(path);
      var parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, content);
      var diff = new ToolContent.Diff(path.toString(), before, content);
      var said = (before.isPresent() ? "replaced " : "created ") + place.show(path);
      return new Outcome(said, false, List.of(diff), Optional.of(path));
    } catch (IOException e) {
      return Outcome.failure("cannot write " + place.show(path) + ": " + e);
    }
  }

  private Optional<String> before(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    try {
      return Files.exists(path)
          ? Optional.of(TextFile.read(path, place.show(path)).text())
          : Optional.empty();
    } catch (IOException _) {
      // It was no text: replaced all the same.
      return Optional.of("");
    }
  }
}
