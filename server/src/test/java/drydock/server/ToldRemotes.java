package drydock.server;

import drydock.domain.port.Repositories.Branches;
import drydock.engine.supply.KnownRepositories;
import drydock.git.LocalPaths;
import drydock.git.Mirrors;
import drydock.git.process.GitException;
import java.util.HashMap;
import java.util.Map;

/// Remotes that have the branches they were told; of others nobody knows.
final class ToldRemotes implements KnownRepositories.Remotes {
  private final Map<String, Branches> told = new HashMap<>();
  int asked;

  void tell(String url, Branches branches) {
    told.put(url, branches);
  }

  @Override
  public void check(String url) {
    Mirrors.check(url, LocalPaths.REFUSED);
  }

  @Override
  public Branches branches(String url) {
    asked++;
    var branches = told.get(url);
    if (branches == null) {
      throw new GitException(
          GitException.Cause.REPOSITORY_UNAVAILABLE, "there is no repository at " + url);
    }
    return branches;
  }
}
