package harbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BerthTest {
  private final Berth berth = new Berth();

  private static Booking booking(String ship, int from, int until) {
    return new Booking(ship, hour(from), hour(until));
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-05-17T%02d:00:00Z".formatted(hour));
  }

  @Test
  void oneShipAtATime() {
    assertTrue(berth.book(booking("Anna", 8, 12)));
    assertFalse(berth.book(booking("Berta", 11, 14)));
    assertEquals(List.of(booking("Anna", 8, 12)), berth.bookings());
  }

  @Test
  void aShipMayComeTheMomentAnotherGoes() {
    assertTrue(berth.book(booking("Anna", 8, 12)));
    assertTrue(berth.book(booking("Berta", 12, 14)));
    assertTrue(berth.book(booking("Clara", 6, 8)));
  }

  @Test
  void noShipGoesBeforeItComes() {
    assertThrows(IllegalArgumentException.class, () -> booking("Dora", 12, 12));
  }
}
