package drydock.domain.port;

import drydock.domain.model.Budget;
import drydock.domain.task.AttemptId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What people say to an attempt, kept until it is dealt with: across servers, and across restarts.
/// Thread safe.
public interface Inbox {
  /// @param message stored before the call returns
  void post(AttemptId attempt, Message message);

  /// The letters that lie there and are not known yet, in order of posting, waiting for at most
  /// this long for the first. They stay until they are [#done].
  ///
  /// @param known ids of letters that are not to be returned
  List<Letter> await(AttemptId attempt, Set<Long> known, Duration atMost)
      throws InterruptedException;

  /// These are dealt with: nobody gets them any more.
  void done(AttemptId attempt, Collection<Long> letters);

  /// A message that lies in an inbox.
  ///
  /// @param id grows with the order of posting
  record Letter(long id, Message message) {}

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
    /// @param turn the one that is meant: a cancel that comes too late does not end the next
    record Cancel(String actor, int turn) implements Message {}

    /// It may use more in this turn: what is on record already.
    ///
    /// @param budget the limits as they are now
    record Raise(Budget budget, int turn) implements Message {}

    /// A person answered the agent: what is on record already.
    record Answer(String approval, boolean allowed, String by) implements Message {}
  }
}
