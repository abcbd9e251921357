package drydock.domain.port;

import drydock.domain.task.AttemptId;
import java.time.Duration;
import java.util.List;

/// What people say to an attempt, kept until its runner takes it: across servers, and across
/// restarts. Thread safe.
public interface Inbox {
  /// @param message stored before the call returns
  void post(AttemptId attempt, Message message);

  /// Takes all that is there, in order of posting, waiting for at most this long for the first.
  /// Each message is returned once.
  List<Message> take(AttemptId attempt, Duration atMost) throws InterruptedException;

  /// What a runner must hear of.
  sealed interface Message {
    /// A word to the agent.
    record Say(String text, List<String> attachments) implements Message {
      public Say {
        attachments = List.copyOf(attachments);
      }
    }

    /// Stop, and keep the work.
    ///
    /// @param turn of the attempt when it was asked: a later turn does not heed it
    record Cancel(String actor, int turn) implements Message {}
  }
}
