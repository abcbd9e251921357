package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
  private final Wiring.Opened opened = new Wiring.Opened();
  private final List<String> closed = new ArrayList<>();

  @Test
  void what_was_opened_last_is_closed_first_and_all_of_it_once() {
    opens("lock");
    opens("database");
    opens("server");

    opened.close();
    opened.close();

    assertThat(closed).containsExactly("server", "database", "lock");
  }

  @Test
  void one_that_cannot_be_closed_keeps_no_other_open() {
    opens("lock");
    opensBadly("database");
    opensBadly("server");

    assertThatThrownBy(opened::close)
        .hasMessage("server")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1))
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("database"));

    assertThat(closed).containsExactly("lock");
  }

  private void opens(String name) {
    opened.add(() -> closed.add(name));
  }

  private void opensBadly(String name) {
    opened.add(() -> {
      throw new IllegalStateException(name);
    });
  }
}
