package drydock.engine.runner;

import java.util.Optional;

/// What the runner remembers of an attempt beside its log, in the workspace's `memory.json`: enough
/// to go on after the end of a turn, or of the server, without asking the repository's host again.
///
/// @param mirror name of its folder below `mirrors/`
/// @param session the agent's, for `session/load`
/// @param prompted whether the agent has been given the task's prompt
record Memory(
    String mirror, String commit, String subject, Optional<String> session, boolean prompted) {
  Memory withSession(String id) {
    return new Memory(mirror, commit, subject, Optional.of(id), prompted);
  }

  Memory withPrompted() {
    return new Memory(mirror, commit, subject, session, true);
  }
}
