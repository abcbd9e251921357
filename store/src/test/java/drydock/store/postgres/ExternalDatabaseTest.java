package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.store.postgres.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two processes' worth of databases on one server, entered by URL.
@Tag("integration")
@ExtendWith(Unpacked.Parameter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalDatabaseTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private Path folder;
  private EmbeddedServer server;
  private String url;

  @BeforeAll
  void server(Unpacked unpacked) throws IOException {
    folder = TestFolders.create();
    server = EmbeddedServer.start(folder.resolve("db"), unpacked.programs());
    var address = server.address();
    url =
        "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
            .formatted(
                address.user(),
                address.password().reveal(),
                address.host(),
                address.port(),
                address.database());
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    TestFolders.delete(folder);
  }

  @Test
  void what_one_announces_the_other_hears() throws Exception {
    try (var one = Database.external(url);
        var other = Database.external(url);
        var signal = other.signals().on("key")) {
      awaitListening(signal);

      one.announce(Set.of("key"));

      assertThat(signal.await(LONG)).isTrue();
    }
  }

  @Test
  void a_listener_that_lost_its_connection_listens_again() throws Exception {
    try (var one = Database.external(url);
        var other = Database.external(url);
        var signal = other.signals().on("key")) {
      awaitListening(signal);
      execute(
          one,
          "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen drydock'");
      // Whoever waits reads again, for something may have been missed.
      assertThat(signal.await(LONG)).isTrue();

      one.announce(Set.of("key"));

      assertThat(signal.await(LONG)).isTrue();
    }
  }

  @Test
  void closing_it_leaves_the_server_running() throws SQLException {
    Database.external(url).close();
    Database.external(url).close();

    try (var connection = server.address().dataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void a_wrong_password_is_told_without_being_shown() {
    var wrong = url.replaceFirst(":[0-9a-f]{48}@", ":hunter2@");

    assertThatThrownBy(() -> Database.external(wrong))
        .isInstanceOfSatisfying(
            StoreException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE))
        .hasMessageContaining("password authentication failed")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void nobody_there() {
    assertThatThrownBy(() -> Database.external("postgresql://ada:hunter2@127.0.0.1:1/d"))
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.retryable()).isTrue())
        .hasMessageContaining("127.0.0.1:1 refused")
        .hasMessageNotContaining("hunter2");
  }

  /// A listener raises everything when it begins; but that may be over already.
  private static void awaitListening(Signals.Signal signal) throws InterruptedException {
    signal.await(Duration.ofSeconds(1));
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
