package drydock.agent.loop;

import drydock.acp.AcpAgent;
import drydock.acp.PromptResult;
import drydock.acp.SessionUpdate;
import drydock.acp.StopReason;
import drydock.acp.TurnFailure;
import drydock.agent.model.Message;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A conversation in one working folder. One turn runs at a time; words and cancels may come from
/// any thread.
public final class Session {
  static final String CANCELLED = "cancelled by the person";

  static final String INTERRUPTED = "interrupted: the result is unknown; look before you repeat it";

  private final AtomicReference<@Nullable Turn> running = new AtomicReference<>();
  private final Semaphore idle = new Semaphore(1);
  private final Conversation conversation;

  private Session(Kit kit, History history) {
    this.conversation = new Conversation(kit, history);
  }

  /// @param file where it is kept; not there yet
  public static Session fresh(Kit kit, Path file) {
    return new Session(kit, History.fresh(new SessionFile(file)));
  }

  /// @param file of an earlier session, perhaps cut off in the middle of a turn
  /// @param replay takes its past
  /// @throws IllegalArgumentException if the file is damaged, but for a last line that was cut off
  public static Session loaded(Kit kit, Path file, Consumer<SessionUpdate> replay) {
    var history = History.loaded(new SessionFile(file));
    history.settleBegun(INTERRUPTED);
    Replay.of(history.messages(), kit.tools()).forEach(replay);
    return new Session(kit, history);
  }

  /// A turn about to run: cancels and words concern it from now on.
  ///
  /// @throws IllegalArgumentException if one runs already
  public Turn begin(Message.User prompt, AcpAgent.Client client) {
    return begin(new Turn(conversation, Optional.of(prompt), client));
  }

  /// As [#begin], for a turn that was cut off: it goes on where the history ends.
  public Turn resume(AcpAgent.Client client) {
    return begin(new Turn(conversation, Optional.empty(), client));
  }

  private Turn begin(Turn turn) {
    if (!idle.tryAcquire()) {
      throw new IllegalArgumentException("a turn runs already in this session");
    }
    running.set(turn);
    return turn;
  }

  public PromptResult run(Turn turn) {
    try {
      return turn.run();
    } catch (UncheckedIOException e) {
      var message = "the agent cannot keep its session: " + e.getCause();
      return new PromptResult(
          StopReason.REFUSAL,
          Optional.of(new TurnFailure(TurnFailure.Cause.AGENT_FAILED, message)));
    } finally {
      running.set(null);
      idle.release();
    }
  }

  /// Seen by the model before its next call. Without effect if no turn runs: whoever said it was
  /// not told that it was taken, and says it again.
  public void say(Word word) {
    var turn = running.get();
    if (turn != null) {
      turn.say(word);
    }
  }

  /// As a person wants it.
  public void cancel() {
    cancel(CANCELLED);
  }

  private void cancel(String why) {
    var turn = running.get();
    if (turn != null) {
      turn.cancel(why);
    }
  }

  /// The client is gone, whatever that means: the turn may go on elsewhere.
  public void abandon() {
    cancel(INTERRUPTED);
  }

  /// Abandons, and waits until what ran is gone, commands included.
  public void stop(Duration atMost) throws InterruptedException {
    abandon();
    if (idle.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      idle.release();
    }
  }
}
