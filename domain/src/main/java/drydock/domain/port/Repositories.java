package drydock.domain.port;

import drydock.domain.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The Git repositories that tasks started from, or may. Creating a task makes its repository known
/// by itself. Thread safe.
public interface Repositories {
  /// @param url as tasks name it; it holds no credentials
  /// @param lastUsedAt when a task was created with it last, or it was made known
  /// @param tasks that are there with it
  /// @param defaultBranch as the remote said when it was last looked at
  record Repository(String url, Instant lastUsedAt, int tasks, Optional<String> defaultBranch) {
    public String id() {
      return idOf(url);
    }
  }

  /// @param next the cursor of the next page; none = this is the last
  record Page(List<Repository> repositories, Optional<String> next) {
    public Page {
      repositories = List.copyOf(repositories);
    }
  }

  /// What a remote has now.
  ///
  /// @param head the default one; none if the repository is empty
  /// @param names the default one first, the others in order
  /// @param more whether there are others still
  record Branches(Optional<String> head, List<String> names, boolean more) {
    public Branches {
      names = List.copyOf(names);
    }
  }

  /// The same for the same URL.
  static String idOf(String url) {
    return "g_" + Sha256.hex(url).substring(0, 16);
  }

  /// Makes it known, or used again.
  void use(String url, Instant at);

  /// Those used last first.
  ///
  /// @param limit 1 to 200
  /// @throws drydock.domain.RefusedException if the cursor is none
  Page list(int limit, Optional<String> cursor);

  Optional<Repository> find(String id);

  /// What its remote calls its default; nothing happens if it is not known.
  void defaultBranch(String id, String branch);

  /// Its tasks stay.
  ///
  /// @return whether it was known
  boolean forget(String id);
}
