package drydock.door.gateway;

import drydock.door.dialect.Entry;
import drydock.door.dialect.History;
import drydock.door.gateway.CallRecord.Asked;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Model calls as people read them. Of each prompt only what is new is shown: what stands beside
/// the most similar of the last few prompts and differs. Not thread safe.
final class Transcript {
  private static final int REMEMBERED = 8;

  private final Deque<List<Entry>> earlier = new ArrayDeque<>();

  /// For `prompt.txt`.
  String prompt(Asked asked) {
    var entries = History.of(asked.dialect(), asked.request());
    var known = earlier.stream().mapToInt(old -> commonPrefix(old, entries)).max().orElse(0);
    earlier.addFirst(entries);
    if (earlier.size() > REMEMBERED) {
      earlier.removeLast();
    }
    var text = new StringBuilder();
    text.append(
        "=== call %d, %s, %s, %s: %d messages, %d of them new%s%n%n"
            .formatted(
                asked.number(),
                asked.at(),
                asked.model(),
                asked.dialect().name().toLowerCase(Locale.ROOT),
                entries.size(),
                entries.size() - known,
                asked.askedFor().map(name -> " (asked for " + name + ")").orElse("")));
    for (var entry : entries.subList(known, entries.size())) {
      text.append("--- ").append(entry.speaker().name().toLowerCase(Locale.ROOT)).append('\n');
      text.append(entry.text().strip()).append("\n\n");
    }
    return text.toString();
  }

  /// For `llm_response.txt`.
  static String response(CallRecord call) {
    var text = new StringBuilder();
    var tokens = call.counted().tokens();
    text.append(
        "=== call %d, status %d, %s%d tokens in (%d cached), %d out, %.1f s%n%n"
            .formatted(
                call.asked().number(),
                call.status(),
                call.counted().estimated() ? "about " : "",
                tokens.input(),
                tokens.cachedInput(),
                tokens.output(),
                call.times().took().toMillis() / 1000.0));
    if (call.status() != 200) {
      return text.append(call.response().strip()).append("\n\n").toString();
    }
    var reply = call.reply();
    reply.thinking().ifPresent(t -> text.append("--- thinking\n").append(t.strip()).append("\n\n"));
    if (!reply.text().isBlank()) {
      text.append(reply.text().strip()).append("\n\n");
    }
    reply
        .toolCalls()
        .forEach(c ->
            text.append("--- tool ")
                .append(c.name())
                .append('\n')
                .append(c.argumentsText())
                .append("\n\n"));
    return switch (reply.stop()) {
      case END, TOOLS -> text.toString();
      case LENGTH -> text.append("--- stopped: the output limit was reached\n\n").toString();
      case REFUSED -> text.append("--- stopped: the model refused\n\n").toString();
      case CUT -> text.append("--- the answer broke off here\n\n").toString();
    };
  }

  private static int commonPrefix(List<Entry> a, List<Entry> b) {
    var length = 0;
    while (length < a.size() && length < b.size() && a.get(length).equals(b.get(length))) {
      length++;
    }
    return length;
  }
}
