package drydock.domain.task;

import java.util.Optional;

/// Where the code comes from.
public sealed interface Source {
  /// A Git repository by URL (https, http, ssh, scp form) or, for the local operator, by absolute
  /// path. `ref` is a branch, a tag or a commit; none means the remote's HEAD.
  record Git(String url, Optional<String> ref) implements Source {}

  /// An archive that was uploaded before; `upload` is its id. `ref` as in [Git], if the archive
  /// brought history.
  ///
  /// @param file what its sender called it; none if the task is older than names are kept
  record Upload(String upload, Optional<String> ref, Optional<String> file) implements Source {
    /// @param upload without a file's name
    public Upload(String upload, Optional<String> ref) {
      this(upload, ref, Optional.empty());
    }
  }

  /// An empty repository.
  record Empty() implements Source {
    @Override
    public Optional<String> ref() {
      return Optional.empty();
    }
  }

  /// The branch, tag or commit that was named.
  Optional<String> ref();

  /// What names it in lists: the URL or the upload's id; empty if there is nothing.
  default String name() {
    return switch (this) {
      case Git(var url, var _) -> url;
      case Upload(var upload, var _, var _) -> upload;
      case Empty() -> "";
    };
  }
}
