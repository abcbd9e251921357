package drydock.store;

import static drydock.store.postgres.StoreException.Reason.CONFLICT;
import static drydock.store.postgres.StoreException.Reason.DISK_FULL;
import static drydock.store.postgres.StoreException.Reason.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.store.Outage.By;
import drydock.store.postgres.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutlastTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void a_person_is_told_at_once_that_there_is_no_room() {
    assertThatThrownBy(() -> Outage.outlast(By.PERSONS, () -> fails(1, DISK_FULL)))
        .isInstanceOf(StoreException.class);
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HOUSE", "RUNNERS"})
  void the_house_waits_for_room(By who) {
    assertThat(Outage.outlast(who, () -> fails(1, DISK_FULL))).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource
  void all_wait_for_a_database_that_is_away_and_for_nothing_else(By who) {
    assertThat(Outage.outlast(who, () -> fails(1, UNREACHABLE))).isEqualTo("done");
    assertThatThrownBy(() -> Outage.outlast(who, () -> fails(3, CONFLICT)))
        .isInstanceOf(StoreException.class);
    assertThat(asked).hasValue(3);
  }

  private String fails(int times, StoreException.Reason reason) {
    if (asked.incrementAndGet() <= times) {
      throw new StoreException(reason, "no");
    }
    return "done";
  }
}
