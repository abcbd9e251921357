package drydock.agent.loop;

import drydock.agent.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What was said so far, in memory and in the session's file, and how much room it takes. Not
/// thread safe: one turn at a time.
final class History {
  private final SessionFile file;
  private final List<Message> messages;
  private final Set<String> asked;
  private int counted;
  private int countedMessages;

  private History(SessionFile file, SessionFile.Content content) {
    this.file = file;
    this.messages = new ArrayList<>(content.messages());
    this.asked = new HashSet<>(content.asked());
  }

  static History fresh(SessionFile file) {
    return new History(file, SessionFile.Content.NONE);
  }

  static History loaded(SessionFile file) {
    return new History(file, file.read());
  }

  void add(Message message) {
    messages.add(message);
    file.append(message);
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  /// From here on this is what was said.
  void replace(List<Message> others) {
    messages.clear();
    messages.addAll(others);
    counted = 0;
    countedMessages = 0;
    file.replace(others);
  }

  /// The client is being asked whether this call may be made.
  void asks(String call) {
    asked.add(call);
    file.asks(call);
  }

  /// It was answered; what the call does may have been done from now on.
  void begins(String call) {
    asked.remove(call);
    file.begins(call);
  }

  /// Calls that never began, because the client had not answered: the one that it was asked about,
  /// and those after it.
  List<Message.ToolCall> pending() {
    var open = openCalls();
    var first = open.stream().filter(call -> asked.contains(call.id())).findFirst();
    return first.map(call -> open.subList(open.indexOf(call), open.size())).orElse(List.of());
  }

  /// As [#settle], but what is pending waits on.
  void settleBegun(String text) {
    var open = openCalls();
    settle(open.subList(0, open.size() - pending().size()), text);
  }

  /// Every call needs a result, or no server takes the history: those without one get this.
  void settle(String text) {
    settle(openCalls(), text);
  }

  private void settle(List<Message.ToolCall> open, String text) {
    List.copyOf(open).forEach(call -> add(new Message.ToolResult(call.id(), text, true)));
  }

  /// Whether the last word is the model's, and asks for nothing.
  boolean isAnswered() {
    return !messages.isEmpty()
        && messages.getLast() instanceof Message.Assistant answer
        && answer.calls().isEmpty();
  }

  /// The server's own count, of all up to here.
  void counted(OptionalInt tokens) {
    tokens.ifPresent(count -> {
      counted = count;
      countedMessages = messages.size();
    });
  }

  /// In tokens: as the server counted, and a quarter of the bytes for what came since.
  ///
  /// @param around what is sent with every request, which the server's count includes
  int size(int around) {
    var rest = messages.subList(countedMessages, messages.size());
    return (countedMessages == 0 ? around : counted)
        + rest.stream().mapToInt(History::estimate).sum();
  }

  static int estimate(Message message) {
    return switch (message) {
      // A picture's size in tokens has nothing to do with its bytes; this is about the largest.
      case Message.User(var text, var pictures, var _) -> tokens(text) + pictures.size() * 1600;
      case Message.Assistant(var text, var calls, var verbatim) ->
          verbatim
              .map(v -> tokens(v.content().toString()) + tokens(text))
              .orElseGet(() ->
                  tokens(text) + calls.stream().mapToInt(c -> tokens(c.arguments()) + 10).sum());
      case Message.ToolResult(var _, var text, var _) -> tokens(text);
    };
  }

  private static int tokens(String text) {
    return text.length() / 4 + 4;
  }

  private List<Message.ToolCall> openCalls() {
    var open = new ArrayList<Message.ToolCall>();
    for (var message : messages) {
      switch (message) {
        case Message.Assistant answer -> open.addAll(answer.calls());
        case Message.ToolResult result -> settled(open, result.callId());
        case Message.User _ -> {}
      }
    }
    return open;
  }

  /// Servers may give two calls one id.
  private static void settled(List<Message.ToolCall> open, String id) {
    open.stream().filter(call -> call.id().equals(id)).findFirst().ifPresent(open::remove);
  }
}
