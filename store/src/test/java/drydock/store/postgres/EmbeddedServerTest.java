package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import drydock.store.postgres.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The server's life and deaths, with real processes.
@Tag("integration")
@ExtendWith(Unpacked.Parameter.class)
class EmbeddedServerTest {
  private final Path programs;
  private Path parent;
  private Path folder;

  EmbeddedServerTest(Unpacked unpacked) {
    this.programs = unpacked.programs();
  }

  @BeforeEach
  void folder() throws IOException {
    parent = TestFolders.create();
    folder = parent.resolve("db");
  }

  @AfterEach
  void nothing_is_left() throws IOException {
    var left = Postmaster.read(folder.resolve("data"));
    if (left.isPresent() && left.get().isAlive()) {
      left.get().stop();
    }
    awaitDeath();
    TestFolders.delete(parent);
  }

  @Test
  void data_is_durable_and_kept_and_found_again() throws Exception {
    try (var database = Database.embedded(folder, programs)) {
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
      assertThat(
              ask(
                  database,
                  "select datcollate from pg_database where datname = current_database()"))
          .isEqualTo("C");
      assertThat(ask(database, "create table kept as select 42 as n; select n from kept"))
          .isEqualTo("42");
    }
    assertThat(Postmaster.read(folder.resolve("data"))).isEmpty();

    try (var database = Database.embedded(folder, programs)) {
      assertThat(ask(database, "select n from kept")).isEqualTo("42");
    }
  }

  @Test
  void the_password_is_in_one_closed_file_only() throws Exception {
    try (var _ = Database.embedded(folder, programs)) {
      var file = folder.resolve("password");
      var password = Files.readString(file);
      var postmaster = Postmaster.read(folder.resolve("data")).orElseThrow();

      assertThat(password).hasSize(48);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(Path.of("/proc/" + postmaster.pid() + "/cmdline")))
          .doesNotContain(password);
      assertThat(Files.readString(Path.of("/proc/" + postmaster.pid() + "/environ")))
          .doesNotContain(password);
      assertThat(Files.readString(folder.resolve("server.log"))).doesNotContain(password);
      var stranger =
          new Address(
              "127.0.0.1", postmaster.port(), "postgres", "drydock", new Secret("x"), Map.of());
      assertThatThrownBy(() -> stranger.dataSource().getConnection())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void the_server_is_neither_root_nor_ours_to_take_down_with_a_terminal() throws Exception {
    try (var _ = Database.embedded(folder, programs)) {
      var pid = Postmaster.read(folder.resolve("data")).orElseThrow().pid();
      var uid = ServerUser.owner(Path.of("/proc/" + pid));
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // pid (comm) state ppid pgrp session: proc_pid_stat(5)
      var session = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];

      assertThat(uid).isNotZero().isEqualTo(ServerUser.owner(folder.resolve("data")));
      assertThat(session).isEqualTo(Long.toString(pid));
    }
  }

  @Test
  void a_second_drydock_is_refused_and_told_who_is_there() throws Exception {
    try (var first = OtherDrydock.on(folder, programs)) {
      assertThat(first.says()).startsWith("open after");
      try (var second = OtherDrydock.on(folder, programs)) {
        assertThat(second.says())
            .startsWith("FOLDER_IN_USE: another Drydock is using " + folder)
            .contains("pid " + first.process().pid());
      }
      assertRefused(Reason.FOLDER_IN_USE, "pid " + first.process().pid());
    }
    try (var _ = Database.embedded(folder, programs)) {
      assertRefused(Reason.FOLDER_IN_USE, "pid " + ProcessHandle.current().pid());
      try (var second = OtherDrydock.on(folder, programs)) {
        assertThat(second.says()).startsWith("FOLDER_IN_USE");
      }
    }
  }

  @Test
  void a_server_that_outlived_its_drydock_is_used_again() throws Exception {
    var killed = OtherDrydock.on(folder, programs);
    assertThat(killed.says()).startsWith("open after");
    var orphan = Postmaster.read(folder.resolve("data")).orElseThrow();
    killed.kill();
    assertThat(orphan.isAlive()).isTrue();

    try (var database = Database.embedded(folder, programs)) {
      assertThat(ask(database, "select 1")).isEqualTo("1");
      assertThat(Postmaster.read(folder.resolve("data"))).contains(orphan);
    }
    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void both_killed_nothing_committed_is_lost() throws Exception {
    var killed = OtherDrydock.on(folder, programs);
    assertThat(killed.says()).startsWith("open after");
    killed.kill();
    var orphan = Postmaster.read(folder.resolve("data")).orElseThrow();
    try (var connection = address(orphan).dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as n");
    }
    kill(orphan.pid());
    assertThat(folder.resolve("data").resolve(Postmaster.FILE)).exists();

    try (var database = Database.embedded(folder, programs)) {
      assertThat(ask(database, "select n from kept")).isEqualTo("42");
    }
  }

  @Test
  void a_stale_pid_file_that_names_another_program_is_no_server() throws Exception {
    Database.embedded(folder, programs).close();
    var stale = folder.resolve("data").resolve(Postmaster.FILE);
    Files.writeString(
        stale,
        ProcessHandle.current().pid()
            + "\n"
            + folder.resolve("data")
            + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

    try (var database = Database.embedded(folder, programs)) {
      assertThat(ask(database, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void an_interrupted_first_start_is_begun_again() throws Exception {
    Files.createDirectories(folder.resolve("unfinished/data"));
    Files.writeString(folder.resolve("unfinished/data/PG_VERSION"), "18\n");
    Files.writeString(folder.resolve("password"), "of nothing");

    try (var database = Database.embedded(folder, programs)) {
      assertThat(ask(database, "select 1")).isEqualTo("1");
    }
    assertThat(folder.resolve("unfinished")).doesNotExist();
  }

  @Test
  void data_of_another_major_version_is_refused() throws Exception {
    Database.embedded(folder, programs).close();
    Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

    assertRefused(Reason.OTHER_MAJOR, "was made by PostgreSQL 17, and this Drydock brings 18");
    Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");
  }

  @Test
  void a_newer_schema_is_refused_and_left_alone() throws Exception {
    try (var database = Database.embedded(folder, programs)) {
      assertThat(
              ask(
                  database,
                  """
                  insert into drydock_schema
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                  values (100, '999', 'from the future', 'SQL', 'V999__future.sql', 1, 'drydock', 1, true)
                  returning version\
                  """))
          .isEqualTo("999");
    }

    assertRefused(Reason.NEWER_SCHEMA, "schema version 999");
    assertThat(Postmaster.read(folder.resolve("data"))).isEmpty();
  }

  @Test
  void a_server_that_cannot_start_says_why() throws Exception {
    Database.embedded(folder, programs).close();
    Files.delete(folder.resolve("data/global/pg_control"));

    assertRefused(Reason.START_FAILED, "pg_control");
  }

  @Test
  void two_first_starts_at_once_unpack_one_set_of_programs() throws Exception {
    var shared = parent.resolve("programs");
    try (var one = OtherDrydock.on(parent.resolve("one"), shared);
        var other = OtherDrydock.on(parent.resolve("other"), shared)) {
      assertThat(one.says()).startsWith("open after");
      assertThat(other.says()).startsWith("open after");
    }
    try (var unpacked = Files.list(shared)) {
      assertThat(unpacked).hasSize(1);
    }
  }

  @Test
  void a_folder_that_the_server_cannot_walk_to_is_refused_by_name() throws Exception {
    Assumptions.assumeTrue(ServerUser.me() == 0, "only root starts the server as somebody else");
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));

    assertRefused(Reason.FOLDER_UNUSABLE, "cannot pass through " + parent + ": chmod o+x");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void later_starts_are_quick() throws Exception {
    Database.embedded(folder, programs).close();
    var times = new ArrayList<Duration>();

    for (var i = 0; i < 3; i++) {
      var began = System.nanoTime();
      Database.embedded(folder, programs).close();
      times.add(Duration.ofNanos(System.nanoTime() - began));
    }

    assertThat(times.stream().min(Duration::compareTo).orElseThrow())
        .isLessThan(Duration.ofSeconds(2));
  }

  private void assertRefused(Reason reason, String part) {
    assertThatThrownBy(() -> Database.embedded(folder, programs))
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.reason()).isEqualTo(reason))
        .hasMessageContaining(part);
  }

  private static String ask(Database database, String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      var hasRows = statement.execute(sql);
      while (!hasRows) {
        hasRows = statement.getMoreResults();
      }
      try (var rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private Address address(Postmaster server) throws IOException {
    var password = new Secret(Files.readString(folder.resolve("password")));
    return new Address("127.0.0.1", server.port(), "postgres", "drydock", password, Map.of());
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private void awaitDeath() throws IOException {
    var patience = new Patience(Duration.ofSeconds(20));
    while (Files.exists(folder.resolve("data")) && Postmaster.isInhabited(folder.resolve("data"))) {
      assertThat(patience.lasts()).as("the server ends").isTrue();
      patience.poll();
    }
  }
}
