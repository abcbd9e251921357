package drydock.agent.loop;

import drydock.agent.model.Message;
import drydock.agent.model.Message.ToolResult;
import drydock.agent.model.Message.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a history shorter. Pure: messages in, messages out.
final class Compaction {
  private static final String DROPPED = "[left out, to save room]";
  private static final int SMALL = 200;
  private static final int REQUEST_CHARACTERS = 20_000;

  private Compaction() {}

  /// What the person asked for, the summary, and the newest steps word for word.
  ///
  /// @param room for the newest steps, in tokens
  static List<Message> summarised(List<Message> messages, String summary, int room) {
    var short_ = new ArrayList<Message>();
    var text = requests(messages) + "\n\n# The work so far, summarised\n\n" + summary;
    short_.add(new User(text, List.of(), newestWord(messages)));
    short_.addAll(newestSteps(messages, room));
    return short_;
  }

  /// Oldest tool outputs go first; then those that are left are cut in the middle; then whole steps
  /// go, oldest first. The first message stays.
  ///
  /// @param room in tokens
  static List<Message> trimmed(List<Message> messages, int room) {
    var trimmed = new ArrayList<>(messages);
    for (var i = 0; i < trimmed.size() - 1 && size(trimmed) > room; i++) {
      shorten(trimmed, i, SMALL, DROPPED);
    }
    for (var i = 0; i < trimmed.size() && size(trimmed) > room; i++) {
      shorten(trimmed, i, Math.max(SMALL, room), "");
    }
    if (size(trimmed) <= room || trimmed.isEmpty()) {
      return trimmed;
    }
    var rest = new ArrayList<Message>(trimmed.subList(0, 1));
    rest.addAll(newestSteps(trimmed.subList(1, trimmed.size()), room - size(rest)));
    return rest;
  }

  /// @param most characters that a tool's output may keep
  /// @param instead what an output that is longer becomes; empty = its head and its tail
  private static void shorten(List<Message> messages, int index, int most, String instead) {
    if (messages.get(index) instanceof ToolResult(var id, var text, var failed)
        && text.length() > most) {
      var half = most / 2;
      var cut =
          instead.isEmpty()
              ? text.substring(0, half)
                  + "\n"
                  + DROPPED
                  + "\n"
                  + text.substring(text.length() - half)
              : instead;
      messages.set(index, new ToolResult(id, cut, failed));
    }
  }

  /// From no result on, so that each result has its call before it.
  private static List<Message> newestSteps(List<Message> messages, int room) {
    var start = messages.size();
    var size = 0;
    for (var i = messages.size() - 1; i >= 0; i--) {
      size += History.estimate(messages.get(i));
      if (size > room) {
        break;
      }
      if (!(messages.get(i) instanceof ToolResult)) {
        start = i;
      }
    }
    return List.copyOf(messages.subList(start, messages.size()));
  }

  private static Optional<String> newestWord(List<Message> messages) {
    return messages.reversed().stream()
        .flatMap(message -> message instanceof User user ? user.word().stream() : Stream.of())
        .findFirst();
  }

  private static String requests(List<Message> messages) {
    var said = new StringBuilder();
    for (var message : messages) {
      if (message instanceof User(var text, var _, var _) && said.length() < REQUEST_CHARACTERS) {
        var before = text.indexOf("\n\n# The work so far, summarised\n\n");
        said.append(said.isEmpty() ? "" : "\n\n")
            .append(before < 0 ? text : text.substring(0, before));
      }
    }
    return said.substring(0, Math.min(REQUEST_CHARACTERS, said.length()));
  }

  private static int size(List<Message> messages) {
    return messages.stream().mapToInt(History::estimate).sum();
  }
}
