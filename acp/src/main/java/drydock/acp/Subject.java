package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a permission is asked for: agents say it in several ways. Pure.
final class Subject {
  private static final List<String> PATHS = List.of("path", "file_path", "abs_path");

  private Subject() {}

  static String of(PermissionRequest request) {
    var input = request.rawInput();
    var said =
        switch (request.kind()) {
          case EXECUTE -> input.flatMap(Subject::command);
          case READ, EDIT, DELETE, MOVE -> input.flatMap(Subject::path).or(() -> changed(request));
          case SEARCH, THINK, FETCH, SWITCH_MODE, OTHER -> Optional.<String>empty();
        };
    return said.filter(text -> !text.isBlank()).orElse(request.title()).strip();
  }

  /// As JSON text.
  static String input(PermissionRequest request) {
    return request
        .rawInput()
        .map(JsonNode::toString)
        .orElseGet(() ->
            request.content().stream()
                .map(each -> each.json().toString())
                .collect(Collectors.joining(",", "[", "]")));
  }

  /// A text, or the words of an argv; of `bash -c TEXT` the text.
  private static Optional<String> command(JsonNode input) {
    var command = input.path("command");
    if (command.isTextual()) {
      return Optional.of(command.asText());
    }
    var words = command.valueStream().map(JsonNode::asText).toList();
    if (words.size() == 3
        && words.getFirst().matches("(/usr)?(/bin/)?(ba|z|da)?sh")
        && words.get(1).matches("-l?c")) {
      return Optional.of(words.getLast());
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  private static Optional<String> path(JsonNode input) {
    return PATHS.stream()
        .map(name -> input.path(name).asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Optional<String> changed(PermissionRequest request) {
    return request.content().stream()
        .filter(ToolContent.Diff.class::isInstance)
        .map(diff -> ((ToolContent.Diff) diff).path())
        .findFirst();
  }
}
