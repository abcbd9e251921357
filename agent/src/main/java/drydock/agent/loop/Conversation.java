package drydock.agent.loop;

import drydock.agent.model.Answer;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.Model;
import drydock.agent.model.ModelException;
import drydock.agent.model.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A history and the model that goes on with it: keeps within the model's context, asks again when
/// an answer breaks off, and finds out what the model cannot do. Not thread safe.
final class Conversation {
  private static final int SUMMARY_TOKENS = 4096;

  private static final Live NOBODY =
      new Live() {
        @Override
        public void text(String piece) {}

        @Override
        public void thought(String piece) {}

        @Override
        public boolean enough() {
          return false;
        }
      };

  private final Kit kit;
  private final History history;
  private final Guidance guidance;
  private final String system;
  private Model model;
  private Limits limits;

  Conversation(Kit kit, History history) {
    this.kit = kit;
    this.history = history;
    this.limits = kit.limits();
    this.guidance = new Guidance(kit.folder());
    this.system = system(kit, guidance);
    this.model = kit.textTools() ? new TextTools(kit.model()) : kit.model();
  }

  Kit kit() {
    return kit;
  }

  History history() {
    return history;
  }

  Guidance guidance() {
    return guidance;
  }

  /// The next answer, which is not in the history yet.
  ///
  /// @param live told of the answer, and (as a thought) when it has to be asked for again
  Answer ask(Live live) throws InterruptedException {
    var shrunk = false;
    var pause = limits.retryPause();
    for (var tries = 0; ; ) {
      keepWithinContext();
      try {
        return asked(new Guard(live, limits));
      } catch (ModelException e) {
        switch (e.reason()) {
          case TOO_LONG -> {
            if (shrunk) {
              throw e;
            }
            shrunk = true;
            learnContext();
          }
          case NO_TOOLS -> {
            if (model instanceof TextTools) {
              throw e;
            }
            model = new TextTools(kit.model());
          }
          case BROKEN -> {
            if (tries++ == Limits.RETRIES) {
              throw e;
            }
            live.thought("(" + e.explanation() + "; asking again)");
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
          }
          case UNKNOWN, REFUSED, BUDGET, UNAVAILABLE -> throw e;
        }
      }
    }
  }

  private Answer asked(Live live) throws InterruptedException {
    var prompt =
        new Prompt(system, history.messages(), kit.tools().specs(), limits.maxOutputTokens());
    var answer = model.ask(prompt, live);
    history.counted(answer.tokens());
    return answer;
  }

  /// The server knows better than we how much the model can hold.
  private void learnContext() {
    limits = limits.withContext(Math.min(limits.contextTokens(), history.size(around())) * 8 / 10);
  }

  private void keepWithinContext() throws InterruptedException {
    if (history.size(around()) <= limits.historyTokens() || history.messages().size() < 3) {
      return;
    }
    var room = limits.historyTokens() - around();
    var all = history.messages();
    var summary = summary(all);
    var shorter =
        summary.isBlank()
            ? Compaction.trimmed(all, room * 3 / 4)
            : Compaction.summarised(all, summary, room / 4);
    history.replace(shorter);
  }

  /// Empty if the model gives none.
  private String summary(List<Message> all) throws InterruptedException {
    var asking = new ArrayList<>(all);
    asking.add(new Message.User(Texts.of("compact.md")));
    var prompt = new Prompt(system, asking, kit.tools().specs(), OptionalInt.of(SUMMARY_TOKENS));
    var small = new Limits(0, prompt.maxOutputTokens(), 1, Duration.ZERO);
    try {
      var answer = model.ask(prompt, new Guard(NOBODY, small));
      return answer.stop() == Answer.Stop.CUT ? "" : answer.message().text();
    } catch (ModelException e) {
      return switch (e.reason()) {
        case TOO_LONG, BROKEN, NO_TOOLS -> "";
        case UNKNOWN, REFUSED, BUDGET, UNAVAILABLE -> throw e;
      };
    }
  }

  /// Tokens of the system prompt and the tools.
  private int around() {
    return History.estimate(new Message.User(system)) + toolTokens();
  }

  private int toolTokens() {
    return kit.tools().specs().stream().mapToInt(s -> s.parameters().toString().length() / 4).sum();
  }

  private static String system(Kit kit, Guidance guidance) {
    var text = new StringBuilder(Texts.of("system.md"));
    if (kit.asking()) {
      text.append("\n\n").append(Texts.of("ask.md"));
    }
    text.append("\n\nThe working folder is ").append(kit.folder()).append('.');
    guidance.ofRoot().ifPresent(said -> text.append("\n\n").append(said));
    return text.toString();
  }
}
