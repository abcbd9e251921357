package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerCommandTest {
  private static final Path POSTGRES = Path.of("/h/db/postgresql-1/bin/postgres");
  private static final Path DATA = Path.of("/h/db/data");

  @Test
  void root_starts_the_server_as_somebody_else() {
    assertThat(
            String.join(" ", ServerCommand.of(new ServerUser.Other(60_971), POSTGRES, DATA, 6000)))
        .isEqualTo(
            """
            setpriv --reuid 60971 --regid 60971 --clear-groups --no-new-privs setsid \
            /h/db/postgresql-1/bin/postgres -D /h/db/data \
            -c fsync=on -c synchronous_commit=on -c full_page_writes=on \
            -c listen_addresses=127.0.0.1 -c port=6000 -c unix_socket_directories= \
            -c password_encryption=scram-sha-256 -c max_connections=60 \
            -c shared_buffers=64MB -c max_wal_size=256MB -c min_wal_size=48MB \
            -c io_method=sync -c max_parallel_workers_per_gather=0 \
            -c max_logical_replication_workers=0 -c dynamic_shared_memory_type=mmap -c jit=off \
            -c timezone=UTC -c log_timezone=UTC -c log_checkpoints=off \
            -c log_min_error_statement=panic -c log_parameter_max_length_on_error=0\
            """);
  }

  @Test
  void an_ordinary_user_starts_it_as_itself() {
    assertThat(ServerCommand.of(new ServerUser.Same(1000), POSTGRES, DATA, 6000))
        .startsWith("setsid", POSTGRES.toString(), "-D", DATA.toString());
  }

  @Test
  void the_database_is_made_with_a_password_that_is_not_on_the_command_line() {
    assertThat(
            String.join(
                " ",
                ServerCommand.init(
                    new ServerUser.Other(60_971),
                    Path.of("/b/initdb"),
                    DATA,
                    Path.of("/h/db/unfinished/password"))))
        .isEqualTo(
            """
            setpriv --reuid nobody --regid 65534 --clear-groups --no-new-privs \
            /b/initdb --pgdata=/h/db/data --username=drydock --pwfile=/h/db/unfinished/password \
            --auth=scram-sha-256 --encoding=UTF8 --locale=C --no-instructions --sync-method=syncfs\
            """);
  }
}
