package drydock.agent.tool;

import drydock.acp.ToolContent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a tool call ended.
///
/// @param text what the model is told
/// @param shown what a person sees
/// @param touched the file it was about
public record Outcome(
    String text, boolean failed, List<ToolContent> shown, Optional<Path> touched) {
  private static final int SHOWN = 8000;

  public Outcome {
    shown = List.copyOf(shown);
  }

  static Outcome said(String text) {
    return new Outcome(text, false, List.of(ToolContent.text(clipped(text))), Optional.empty());
  }

  /// The model asked for something that cannot be; it is told why.
  public static Outcome failure(String text) {
    return new Outcome(text, true, List.of(ToolContent.text(text)), Optional.empty());
  }

  /// A person has the file itself.
  private static String clipped(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\n[...]";
  }

  Outcome about(Path path) {
    return new Outcome(text, failed, shown, Optional.of(path));
  }
}
