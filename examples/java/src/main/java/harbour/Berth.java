package harbour;

import java.util.ArrayList;
import java.util.List;

/** A berth, which holds one ship at a time. */
public final class Berth {
  private final List<Booking> bookings = new ArrayList<>();

  /**
   * Takes a booking.
   *
   * @return false, with nothing changed, if another ship has the berth then
   */
  public boolean book(Booking wanted) {
    if (bookings.stream().anyMatch(wanted::overlaps)) {
      return false;
    }
    return bookings.add(wanted);
  }

  public List<Booking> bookings() {
    return List.copyOf(bookings);
  }
}
