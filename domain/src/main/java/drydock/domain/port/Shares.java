package drydock.domain.port;

import drydock.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Read-only links for people without an account. Only a hash of the token is kept. Thread safe.
public interface Shares {
  enum Part {
    LOGS,
    PROMPTS
  }

  /// @param tokenHash SHA-256 of the token, in hex
  record Share(
      String id,
      TaskId task,
      String tokenHash,
      Instant createdAt,
      Instant expiresAt,
      Set<Part> include) {
    public Share {
      include = Set.copyOf(include);
    }
  }

  void add(Share share);

  /// The share with this token's hash, unless it has expired.
  Optional<Share> find(String tokenHash, Instant now);

  List<Share> of(TaskId task);

  /// @return whose it was; none if there is no such share
  Optional<TaskId> revoke(String id);
}
