package drydock.engine.supply;

import drydock.domain.NamedLocks;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.port.Repositories;
import drydock.domain.port.Repositories.Branches;
import drydock.domain.port.Repositories.Repository;
import drydock.git.process.GitException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The repositories that tasks started from, or may, and their branches as the remotes have them.
/// Thread safe.
public final class KnownRepositories {
  /// A person who looks twice is not told of a branch that was pushed meanwhile.
  static final Duration FRESH = Duration.ofSeconds(30);

  private static final int MOST_KEPT = 100;
  private static final int MOST_AT_ONCE = 4;

  private final Repositories known;
  private final Remotes remotes;
  private final InstantSource clock;
  private final NamedLocks asking = new NamedLocks();
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final LinkedHashMap<String, Looked> kept = new LinkedHashMap<>();

  /// Where repositories are.
  public interface Remotes {
    /// Without asking anybody.
    ///
    /// @throws RefusedException if the URL is not one we take
    void check(String url);

    /// @throws GitException if the repository cannot be had
    Branches branches(String url);
  }

  private record Looked(Branches branches, Instant at) {}

  public KnownRepositories(Repositories known, Remotes remotes, InstantSource clock) {
    this.known = known;
    this.remotes = remotes;
    this.clock = clock;
  }

  /// @throws RefusedException if the cursor is none
  public Repositories.Page list(int limit, Optional<String> cursor) {
    return known.list(limit, cursor);
  }

  /// Makes it known before its first task; the same again is the same one.
  ///
  /// @throws RefusedException if the URL is not one that a task could have
  public Repository add(String url) {
    var plain = url.strip();
    remotes.check(plain);
    known.use(plain, clock.instant());
    return find(Repositories.idOf(plain));
  }

  /// Its tasks stay.
  ///
  /// @throws RefusedException if it is not known
  public void forget(String id) {
    if (!known.forget(id)) {
      throw unknown(id);
    }
  }

  /// @throws RefusedException if it is not known, or cannot be looked at
  public Branches branchesOf(String id) {
    return branches(find(id).url());
  }

  /// @throws RefusedException if it is not a URL that a task could have, or cannot be looked at
  public Branches branches(String url) {
    var plain = url.strip();
    remotes.check(plain);
    try (var _ = asking.lockInterruptibly(plain)) {
      var last = last(plain);
      return last.isPresent() ? last.get() : look(plain);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Code.CONFLICT, "the server stops: try again later");
    }
  }

  private Branches look(String url) {
    if (!places.tryAcquire()) {
      throw new RefusedException(
          Code.TOO_MANY_REQUESTS,
          MOST_AT_ONCE + " repositories are being looked at: try again in a moment");
    }
    try {
      var branches = remotes.branches(url);
      keep(url, branches);
      branches.head().ifPresent(head -> known.defaultBranch(Repositories.idOf(url), head));
      return branches;
    } catch (GitException e) {
      throw new RefusedException(Code.REPOSITORY_UNAVAILABLE, String.valueOf(e.getMessage()));
    } finally {
      places.release();
    }
  }

  private Optional<Branches> last(String url) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(url))
          .filter(looked -> clock.instant().isBefore(looked.at().plus(FRESH)))
          .map(Looked::branches);
    }
  }

  private void keep(String url, Branches branches) {
    synchronized (kept) {
      kept.remove(url);
      kept.put(url, new Looked(branches, clock.instant()));
      if (kept.size() > MOST_KEPT) {
        kept.pollFirstEntry();
      }
    }
  }

  private Repository find(String id) {
    return known.find(id).orElseThrow(() -> unknown(id));
  }

  private static RefusedException unknown(String id) {
    return new RefusedException(Code.NOT_FOUND, "no repository is known as " + id);
  }
}
