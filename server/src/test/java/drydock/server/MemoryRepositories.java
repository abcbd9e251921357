package drydock.server;

import drydock.domain.port.Repositories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Repositories in memory; a cursor is a number.
final class MemoryRepositories implements Repositories {
  private final List<Repository> all = new ArrayList<>();

  @Override
  public synchronized void use(String url, Instant at) {
    all.removeIf(each -> each.url().equals(url));
    all.addFirst(new Repository(url, at, 0, Optional.empty()));
  }

  @Override
  public synchronized Page list(int limit, Optional<String> cursor) {
    var from = cursor.map(Integer::parseInt).orElse(0);
    var to = Math.min(all.size(), from + limit);
    return new Page(
        all.subList(from, to), to < all.size() ? Optional.of("" + to) : Optional.empty());
  }

  @Override
  public synchronized Optional<Repository> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public synchronized void defaultBranch(String id, String branch) {
    all.replaceAll(each ->
        each.id().equals(id)
            ? new Repository(each.url(), each.lastUsedAt(), each.tasks(), Optional.of(branch))
            : each);
  }

  @Override
  public synchronized boolean forget(String id) {
    return all.removeIf(each -> each.id().equals(id));
  }
}
