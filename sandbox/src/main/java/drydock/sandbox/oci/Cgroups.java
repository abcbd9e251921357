package drydock.sandbox.oci;

/// Which cgroups a sandbox gets, and which of its limits hold there.
///
/// @param swap whether swap can be limited too
record Cgroups(Place place, boolean memory, boolean swap, boolean cpus, boolean pids) {
  enum Place {
    /// None of its own: no limit holds.
    NOWHERE,
    /// A folder of its own at the top of each hierarchy; root's.
    TOP,
    /// A folder below the cgroup of the caller, which was delegated to it.
    BELOW_CALLER,
    /// A scope made by the user's systemd.
    SYSTEMD
  }

  static final Cgroups NONE = new Cgroups(Place.NOWHERE, false, false, false, false);
}
