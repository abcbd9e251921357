package drydock.door.dialect;

import drydock.door.dialect.Reply.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A reply that grows as pieces of it are read.
final class Draft {
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder thinking = new StringBuilder();
  private final Map<Integer, Call> calls = new TreeMap<>();
  private Stop stop = Stop.CUT;

  private static final class Call {
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
  }

  void text(String piece) {
    text.append(piece);
  }

  void thinking(String piece) {
    thinking.append(piece);
  }

  /// Pieces of the call with this index; names and arguments may both arrive in pieces.
  void call(int index, String name, String arguments) {
    var call = calls.computeIfAbsent(index, _ -> new Call());
    call.name.append(name);
    call.arguments.append(arguments);
  }

  void stop(Stop why) {
    stop = why;
  }

  Reply reply() {
    List<ToolCall> tools = new ArrayList<>();
    for (var call : calls.values()) {
      tools.add(ToolCall.of(call.name.toString(), call.arguments.toString()));
    }
    return new Reply(
        text.toString(), Optional.of(thinking.toString()).filter(t -> !t.isEmpty()), tools, stop);
  }
}
