package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.store.postgres.StoreException.Reason;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void a_server_too_old_is_refused() {
    assertThatThrownBy(() -> Schema.checkMajor(13))
        .isInstanceOfSatisfying(
            StoreException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.SERVER_TOO_OLD))
        .hasMessage("the database server is PostgreSQL 13; Drydock needs 14 or newer");
    assertThatCode(() -> Schema.checkMajor(14)).doesNotThrowAnyException();
  }
}
