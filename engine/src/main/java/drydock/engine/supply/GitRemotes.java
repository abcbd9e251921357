package drydock.engine.supply;

import drydock.domain.port.Repositories.Branches;
import drydock.git.LocalPaths;
import drydock.git.Mirrors;
import drydock.git.RemoteBranches;

/// Repositories as tasks may name them, asked as tasks fetch them.
public record GitRemotes(RemoteBranches remote, LocalPaths local)
    implements KnownRepositories.Remotes {
  @Override
  public void check(String url) {
    Mirrors.check(url, local);
  }

  @Override
  public Branches branches(String url) {
    return remote.of(url, local);
  }
}
