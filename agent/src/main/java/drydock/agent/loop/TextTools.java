package drydock.agent.loop;

import drydock.agent.model.Answer;
import drydock.agent.model.Json;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.Model;
import drydock.agent.model.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A model without tools, made to use `bash` by text: one fenced block an answer.
final class TextTools implements Model {
  private static final Pattern OPENING = Pattern.compile("```(?:bash|sh|shell)[ \\t]*\\r?\\n");
  private static final Pattern CLOSING = Pattern.compile("(?m)^[ \\t]*```");

  private final Model model;
  private final String instructions = Texts.of("text-tools.md");

  TextTools(Model model) {
    this.model = model;
  }

  @Override
  public Answer ask(Prompt prompt, Live live) throws InterruptedException {
    var watch = new FenceWatch(live);
    var answer = model.ask(plain(prompt), watch);
    if (prompt.tools().isEmpty()) {
      return answer;
    }
    var text = answer.message().text();
    var fence = fence(text, answer.stop() == Answer.Stop.DONE);
    return fence
        .map(f -> called(f, text, prompt.history().size(), answer))
        .orElseGet(() -> new Answer(said(text), answer.stop(), answer.tokens()));
  }

  private static Answer called(Fence fence, String text, int number, Answer answer) {
    var arguments = Json.write(Json.object().put("command", fence.command()));
    var call = new Message.ToolCall("text_" + number, "bash", arguments);
    var message = new Message.Assistant(text.substring(0, fence.end()), List.of(call));
    return new Answer(message, Answer.Stop.DONE, answer.tokens());
  }

  private static Message.Assistant said(String text) {
    return new Message.Assistant(text, List.of());
  }

  /// The same without tools, calls and results.
  private Prompt plain(Prompt prompt) {
    var history = new ArrayList<Message>();
    for (var message : prompt.history()) {
      switch (message) {
        case Message.User user -> add(history, user);
        case Message.Assistant answer -> history.add(said(spoken(answer)));
        case Message.ToolResult result ->
            add(history, new Message.User("The command printed:\n" + result.text()));
      }
    }
    var system =
        prompt.tools().isEmpty() ? prompt.system() : prompt.system() + "\n\n" + instructions;
    return new Prompt(system, history, List.of(), prompt.maxOutputTokens());
  }

  /// Chat templates of small models want the roles to take turns.
  private static void add(List<Message> history, Message.User user) {
    if (!history.isEmpty() && history.getLast() instanceof Message.User last) {
      var all = new ArrayList<>(last.pictures());
      all.addAll(user.pictures());
      history.set(history.size() - 1, new Message.User(last.text() + "\n\n" + user.text(), all));
    } else {
      history.add(user);
    }
  }

  /// A call that came as a call is written as this dialect writes it.
  private static String spoken(Message.Assistant answer) {
    if (answer.calls().isEmpty() || OPENING.matcher(answer.text()).find()) {
      return answer.text();
    }
    var call = answer.calls().getFirst();
    var command =
        Json.parseObject(call.arguments()).map(a -> a.path("command").asText("")).orElse("");
    return answer.text() + "\n```bash\n" + command + "\n```";
  }

  /// @param end where the answer's text is cut: what follows the block was said without its result
  private record Fence(String command, int end) {}

  /// @param open whether a block that the model did not close counts
  private static Optional<Fence> fence(String text, boolean open) {
    var opening = OPENING.matcher(text);
    if (!opening.find()) {
      return Optional.empty();
    }
    var closing = CLOSING.matcher(text);
    if (closing.find(opening.end())) {
      return Optional.of(
          new Fence(text.substring(opening.end(), closing.start()).strip(), closing.end()));
    }
    return open
        ? Optional.of(new Fence(text.substring(opening.end()).strip(), text.length()))
        : Optional.empty();
  }

  /// Has enough once a block is closed.
  private static final class FenceWatch implements Live {
    private final Live live;
    private final StringBuilder text = new StringBuilder();

    private FenceWatch(Live live) {
      this.live = live;
    }

    @Override
    public void text(String piece) {
      text.append(piece);
      live.text(piece);
    }

    @Override
    public void thought(String piece) {
      live.thought(piece);
    }

    @Override
    public boolean enough() {
      return live.enough() || fence(text.toString(), false).isPresent();
    }
  }
}
