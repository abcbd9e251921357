package drydock.git;

/// Whether a repository may be named by a path on this machine: the local operator may, others may
/// not.
public enum LocalPaths {
  ALLOWED,
  REFUSED
}
