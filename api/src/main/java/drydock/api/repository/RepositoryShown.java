package drydock.api.repository;

import drydock.domain.port.Repositories.Repository;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// @param title for people: `owner/name`
/// @param tasks that are there with it
public record RepositoryShown(
    String id,
    String url,
    String title,
    Instant lastUsedAt,
    int tasks,
    Optional<String> defaultBranch) {
  public static RepositoryShown of(Repository repository) {
    return new RepositoryShown(
        repository.id(),
        repository.url(),
        title(repository.url()),
        repository.lastUsedAt(),
        repository.tasks(),
        repository.defaultBranch());
  }

  /// The last two names of the path; of a path of this machine the last.
  static String title(String url) {
    var path = url.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("^[^/:]+:(?!//)", "");
    var names = Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList();
    if (names.isEmpty()) {
      return url;
    }
    var shown =
        url.startsWith("/")
            ? List.of(names.getLast())
            : names.subList(Math.max(0, names.size() - 2), names.size());
    return String.join("/", shown).replaceFirst("\\.git$", "");
  }
}
