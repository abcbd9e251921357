package drydock.app.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  @TempDir private Path home;

  @Test
  void what_a_doctor_leaves_is_no_content() throws IOException {
    for (var folder : new String[] {"logs", "mirrors/new", "mirrors/locks", "layers/empty-home"}) {
      Files.createDirectories(home.resolve(folder));
    }
    for (var file : new String[] {"agent/0123/bin/agent", "git/gitconfig", "workspaces/.sh"}) {
      make(file);
    }
    for (var file : new String[] {"doctor.lock", "lock", "installation", "token"}) {
      make(file);
    }
    assertThatCode(() -> new Staging(new Home(home)).refuseFullHome()).doesNotThrowAnyException();
  }

  @Test
  void what_somebody_could_lose_is_named() throws IOException {
    make("token");
    for (var file :
        new String[] {
          "logs/task/task.json", "git/known_hosts", "workspaces/task-1/a", "drydock.yaml"
        }) {
      make(file);
    }
    assertThatThrownBy(() -> new Staging(new Home(home)).refuseFullHome())
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "%s is not empty (drydock.yaml, git, logs, workspaces): set DRYDOCK_HOME to an empty folder,"
                + " or a new one",
            home);
  }

  private void make(String path) throws IOException {
    var file = home.resolve(path);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
