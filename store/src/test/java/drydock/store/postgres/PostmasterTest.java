package drydock.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
  @TempDir private Path data;

  @Test
  void no_file_no_server() throws IOException {
    assertThat(Postmaster.read(data)).isEmpty();
  }

  @Test
  void a_whole_file() throws IOException {
    write("10748\n/h/db/data\n1795415661\n55431\n\n127.0.0.1\n 10027009         8\nready   \n");

    assertThat(Postmaster.read(data)).contains(new Postmaster(10_748, data, 55_431, true));
  }

  @Test
  void a_server_that_is_still_starting_has_written_half_of_it() throws IOException {
    write("10748\n/h/db/data\n1795415661\n55431\n\n");
    assertThat(Postmaster.read(data)).contains(new Postmaster(10_748, data, 55_431, false));

    write("10748\n");
    assertThat(Postmaster.read(data)).contains(new Postmaster(10_748, data, 0, false));
  }

  @Test
  void nonsense_is_a_dead_server() throws IOException {
    write("\0\0\0\0");

    assertThat(Postmaster.read(data).orElseThrow().isAlive()).isFalse();
  }

  @Test
  void another_program_of_that_number_is_not_a_server() throws IOException {
    write(ProcessHandle.current().pid() + "\n" + data + "\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

    assertThat(Postmaster.read(data).orElseThrow().isAlive()).isFalse();
  }

  private void write(String content) throws IOException {
    Files.writeString(data.resolve(Postmaster.FILE), content);
  }
}
