package harbour;

import java.time.Instant;

/** A ship's place at a berth, from its start (included) to its end (not included). */
public record Booking(String ship, Instant from, Instant until) {
  public Booking {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(ship + " must come before it goes");
    }
  }

  /** Whether both want the berth at some moment. */
  public boolean overlaps(Booking other) {
    return !from.isAfter(other.until) && !other.from.isAfter(until);
  }
}
