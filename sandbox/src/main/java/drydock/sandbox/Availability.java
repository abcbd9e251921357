package drydock.sandbox;

import java.util.List;

/// What a driver can do on this machine, found by trying.
///
/// @param usable whether sandboxes can be made at all
/// @param why one line: what stands in the way and what to do, or what was found
/// @param facts one row for each ability and limit, for `doctor`
public record Availability(boolean usable, String why, Layering layering, List<Fact> facts) {
  public Availability {
    facts = List.copyOf(facts);
  }

  /// @param holds whether it is enforced or there
  /// @param detail by what, or why not and what would make it so
  public record Fact(String name, boolean holds, String detail) {}
}
