package drydock.engine.runner;

import java.util.List;
import java.util.Optional;

/// What the runner remembers of an attempt beside its log, in the workspace's `memory.json`: enough
/// to go on after the end of a turn, or of the server, without asking the repository's host again.
///
/// @param mirror name of its folder below `mirrors/`
/// @param layer environment key of the set-up layer that lies under the workspace
/// @param session the agent's, for `session/load`
/// @param pending what the agent is to be told next
record Memory(
    String mirror,
    String commit,
    String subject,
    Optional<String> layer,
    Optional<String> session,
    List<String> pending) {
  Memory {
    pending = List.copyOf(pending);
  }

  Memory withLayer(String key) {
    return new Memory(mirror, commit, subject, Optional.of(key), session, pending);
  }

  Memory withSession(String id) {
    return new Memory(mirror, commit, subject, layer, Optional.of(id), pending);
  }

  Memory withPending(List<String> texts) {
    return new Memory(mirror, commit, subject, layer, session, texts);
  }
}
