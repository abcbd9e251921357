package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineTest {
  @TempDir private Path place;

  @Test
  void a_folder_in_tmp_is_made_for_its_owner_alone_and_taken_again() throws IOException {
    var folder = Machine.own(place.resolve("run"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(Machine.own(folder)).isEqualTo(folder);
  }

  @Test
  void a_folder_that_others_may_change_or_put_there_is_refused() throws IOException {
    var open = Files.createDirectory(place.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    var link = Files.createSymbolicLink(place.resolve("link"), place);

    assertThatThrownBy(() -> Machine.own(open)).hasMessageContaining("is not yours alone");
    assertThatThrownBy(() -> Machine.own(link)).hasMessageContaining("is not yours alone");
  }
}
