package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.store.postgres.StoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void the_newest_schema_is_that_of_the_last_migration() throws Exception {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(Schema.newest()).isEqualTo((int) files.count());
    }
  }
}
