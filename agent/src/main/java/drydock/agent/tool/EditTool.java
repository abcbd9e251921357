package drydock.agent.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.ToolContent;
import drydock.acp.ToolKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Replaces an exact piece of a file's text.
public final class EditTool implements Tool {
  private final Workplace place;

  public EditTool(Workplace place) {
    this.place = place;
  }

  @Override
  public String name() {
    return "edit";
  }

  @Override
  public ToolKind kind() {
    return ToolKind.EDIT;
  }

  @Override
  public String title(ObjectNode arguments) {
    return "Edit " + Arguments.oneLine(Arguments.optional(arguments, "path").orElse(""));
  }

  @Override
  public Outcome run(ObjectNode arguments, Progress progress) {
    var path = place.resolve(Arguments.text(arguments, "path"));
    var old = Arguments.text(arguments, "old_text");
    var replacement = Arguments.text(arguments, "new_text");
    var all = Arguments.flag(arguments, "replace_all");
    try {
      var file = TextFile.read(path, place.show(path));
      var changed = replaced(file.text(), old, replacement, all);
      file.with(changed).write(path);
      var diff = new ToolContent.Diff(path.toString(), Optional.of(file.text()), changed);
      return new Outcome("edited", false, List.of(diff), Optional.of(path));
    } catch (IOException | IllegalArgumentException e) {
      return Outcome.failure(String.valueOf(e.getMessage()));
    }
  }

  /// @throws IllegalArgumentException with a message for the model
  static String replaced(String text, String old, String replacement, boolean all) {
    if (old.isEmpty()) {
      throw new IllegalArgumentException(
          "old_text is empty; to write a whole file, use the write tool");
    }
    if (old.equals(replacement)) {
      throw new IllegalArgumentException("old_text and new_text are the same");
    }
    // A model writes \n; the file may have Windows' line ends.
    if (!text.contains(old) && text.contains("\r\n") && !old.contains("\r")) {
      return replaced(text, windows(old), windows(replacement), all);
    }
    var at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException(
          "old_text is not in the file; read it again and give the text exactly,"
              + " white space included");
    }
    if (!all && text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException(
          "old_text is in the file more than once; give more lines around it,"
              + " or set replace_all");
    }
    return text.replace(old, replacement);
  }

  private static String windows(String text) {
    return text.replace("\n", "\r\n");
  }
}
