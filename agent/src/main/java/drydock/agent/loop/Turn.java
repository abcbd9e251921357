package drydock.agent.loop;

import drydock.acp.AcpAgent;
import drydock.acp.AcpException;
import drydock.acp.ContentBlock;
import drydock.acp.PromptResult;
import drydock.acp.SessionUpdate;
import drydock.acp.StopReason;
import drydock.acp.TurnFailure;
import drydock.agent.model.Answer;
import drydock.agent.model.Live;
import drydock.agent.model.Message;
import drydock.agent.model.ModelException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// From a person's message to the agent's stop: step by step, a model call and the tool calls it
/// asked for.
public final class Turn {
  private static final int PATIENCE = 3;
  private static final int CUT_KEPT = 1000;

  private final Conversation conversation;
  private final History history;
  private final Optional<Message.User> prompt;
  private final Queue<Word> inbox = new ConcurrentLinkedQueue<>();
  private final AcpAgent.Client client;
  private final ToolCalls calls;
  private int steps;
  private int emptyAnswers;
  private int cutAnswers;
  private boolean cancelled;
  private String unfinished = Session.CANCELLED;
  private @Nullable Thread thread;

  /// @param prompt none: what came before is gone on with
  Turn(Conversation conversation, Optional<Message.User> prompt, AcpAgent.Client client) {
    this.conversation = conversation;
    this.history = conversation.history();
    this.prompt = prompt;
    this.client = client;
    this.calls = new ToolCalls(conversation.kit(), conversation.guidance(), history, client);
  }

  void say(Word word) {
    inbox.add(word);
  }

  /// Stops what runs: a model's answer, or a command with all it started.
  ///
  /// @param why what the model is told of calls that have no result yet
  synchronized void cancel(String why) {
    unfinished = cancelled ? unfinished : why;
    cancelled = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  PromptResult run() {
    try {
      take(Thread.currentThread());
      if (prompt.isPresent()) {
        history.settle(Session.INTERRUPTED);
        history.add(prompt.get());
      } else {
        use(history.pending());
      }
      if (prompt.isPresent() || !history.isAnswered()) {
        while (step()) {}
      }
      return PromptResult.stopped(StopReason.END_TURN);
    } catch (GaveUpException e) {
      return gaveUp(e);
    } catch (ModelException e) {
      return gaveUp(GaveUpException.because(e));
    } catch (AcpException _) {
      // Who was asked is gone.
      cancel(Session.INTERRUPTED);
      return PromptResult.stopped(StopReason.CANCELLED);
    } catch (InterruptedException _) {
      return PromptResult.stopped(StopReason.CANCELLED);
    } finally {
      take(null);
      // The interrupt was this turn's; writing the session file must not meet it.
      var _ = Thread.interrupted();
      settle();
    }
  }

  /// What waits for an answer waits on if only the client is gone: whoever goes on asks again.
  private synchronized void settle() {
    if (unfinished.equals(Session.INTERRUPTED)) {
      history.settleBegun(unfinished);
    } else {
      history.settle(unfinished);
    }
  }

  /// @return whether there is more to do
  private boolean step() throws InterruptedException {
    listen();
    if (++steps > conversation.kit().limits().steps()) {
      throw GaveUpException.noProgress(
          "the agent was not done after "
              + (steps - 1)
              + " steps; give it a smaller task, or tell it to go on");
    }
    var answer = conversation.ask(new Told());
    if (answer.stop() == Answer.Stop.REFUSED) {
      throw new GaveUpException(
          TurnFailure.Cause.MODEL_REFUSED,
          "the model refused to answer; word the task differently");
    }
    if (answer.message().isEmpty()) {
      return nudge(++emptyAnswers, "the model gave no answer", "Your answer was empty. Go on.");
    }
    emptyAnswers = 0;
    if (!answer.message().calls().isEmpty()) {
      cutAnswers = 0;
      history.add(answer.message());
      use(answer.message().calls());
      return true;
    }
    return switch (answer.stop()) {
      case CUT -> cut(answer, "it repeated itself");
      case LENGTH -> cut(answer, "it was too long");
      case DONE, REFUSED -> {
        history.add(answer.message());
        yield !inbox.isEmpty();
      }
    };
  }

  private void use(List<Message.ToolCall> asked) throws InterruptedException {
    for (var call : asked) {
      checkCancelled();
      history.add(calls.run(call));
    }
    calls.checkProgress();
  }

  private boolean cut(Answer answer, String why) {
    var text = answer.message().text();
    history.add(
        new Message.Assistant(text.substring(0, Math.min(CUT_KEPT, text.length())), List.of()));
    return nudge(
        ++cutAnswers,
        "the model's answers had to be cut (" + why + ")",
        "Your answer was cut off: " + why + ". Be brief, and go on from there.");
  }

  private boolean nudge(int times, String failure, String word) {
    if (times == PATIENCE) {
      throw GaveUpException.noProgress(
          failure + " " + times + " times in a row; try another model or a smaller task");
    }
    history.add(new Message.User(word));
    return true;
  }

  /// What was said meanwhile goes before the next model call.
  private void listen() throws InterruptedException {
    checkCancelled();
    for (var word = inbox.poll(); word != null; word = inbox.poll()) {
      history.add(new Message.User(word.text(), word.pictures()));
      client.update(
          new SessionUpdate.UserMessageChunk(
              new ContentBlock.Text(word.text()), Optional.of(word.id())));
    }
  }

  private synchronized void take(@Nullable Thread current) {
    thread = current;
  }

  private synchronized void checkCancelled() throws InterruptedException {
    if (cancelled) {
      throw new InterruptedException();
    }
  }

  private PromptResult gaveUp(GaveUpException e) {
    var failure = e.failure();
    var reason =
        switch (failure.cause()) {
          case NO_PROGRESS, BUDGET -> StopReason.MAX_TURN_REQUESTS;
          case MODEL_REFUSED, MODEL_UNKNOWN, MODEL_UNAVAILABLE, AGENT_FAILED -> StopReason.REFUSAL;
        };
    return new PromptResult(reason, Optional.of(failure));
  }

  private final class Told implements Live {
    @Override
    public void text(String piece) {
      if (!piece.isEmpty()) {
        client.update(new SessionUpdate.AgentMessageChunk(new ContentBlock.Text(piece)));
      }
    }

    @Override
    public void thought(String piece) {
      if (!piece.isEmpty()) {
        client.update(new SessionUpdate.AgentThoughtChunk(new ContentBlock.Text(piece)));
      }
    }

    @Override
    public boolean enough() {
      return false;
    }
  }
}
