package drydock.domain;

/// What somebody may do; each scope holds the ones before it.
public enum Scope {
  /// Look at everything but settings and tokens.
  READ,
  /// Also ask for work, steer it, share it and delete it.
  WRITE,
  /// Also see and change settings, and make tokens.
  ADMIN;

  public boolean includes(Scope needed) {
    return compareTo(needed) >= 0;
  }
}
