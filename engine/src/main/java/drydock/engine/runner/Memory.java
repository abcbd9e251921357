package drydock.engine.runner;

import drydock.git.Commit;
import java.util.List;
import java.util.Optional;

/// What the runner remembers of an attempt beside its log, in the workspace's `memory.json`: enough
/// to go on after the end of a turn, or of the server, without asking the repository's host again.
///
/// @param mirror name of its folder below `mirrors/`
/// @param session the agent's, for `session/load`
/// @param prompted whether the agent was given the task's prompt, and its turn has ended
/// @param asked what it was given in a turn that has not ended
record Memory(
    String mirror,
    String commit,
    String subject,
    Optional<String> session,
    boolean prompted,
    Optional<Asked> asked) {

  /// @param words as the agent was told them
  /// @param letters that they came in
  record Asked(String words, List<Long> letters) {
    Asked {
      letters = List.copyOf(letters);
    }

    /// The newest of its letters; 0 = the task's prompt alone. Grows from turn to turn.
    long id() {
      return letters.stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  static Memory of(String mirror, Commit base) {
    return new Memory(mirror, base.id(), base.subject(), Optional.empty(), false, Optional.empty());
  }

  Commit base() {
    return new Commit(commit, subject);
  }

  Memory withSession(String id) {
    return new Memory(mirror, commit, subject, Optional.of(id), prompted, asked);
  }

  Memory asking(Asked now) {
    return new Memory(mirror, commit, subject, session, prompted, Optional.of(now));
  }

  /// An agent that failed before it was asked anything was not given the task's prompt.
  Memory answered() {
    return new Memory(
        mirror, commit, subject, session, prompted || asked.isPresent(), Optional.empty());
  }
}
