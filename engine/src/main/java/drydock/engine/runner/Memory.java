package drydock.engine.runner;

import java.util.List;
import java.util.Optional;

/// What the runner remembers of an attempt beside its log, in the workspace's `memory.json`: enough
/// to go on after the end of a turn, or of the server, without asking the repository's host again.
///
/// @param mirror name of its folder below `mirrors/`
/// @param session the agent's, for `session/load`
/// @param pending what the agent is to be told next
record Memory(
    String mirror, String commit, String subject, Optional<String> session, List<String> pending) {
  Memory {
    pending = List.copyOf(pending);
  }

  Memory withSession(String id) {
    return new Memory(mirror, commit, subject, Optional.of(id), pending);
  }

  Memory withPending(List<String> texts) {
    return new Memory(mirror, commit, subject, session, texts);
  }
}
