package drydock.engine.home;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sandbox.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir private Path root;

  @Test
  void a_file_is_put_into_a_home_and_what_a_link_leads_to_is_not() throws IOException {
    var workspace = new Workspace(root.resolve("task-1"));
    var kept = Files.writeString(root.resolve("session"), "said");
    var link = Files.createSymbolicLink(root.resolve("link"), kept);

    workspace.putInHome(kept, ".agent/session", new Plain());
    workspace.putInHome(link, ".agent/other", new Plain());
    workspace.putInHome(root.resolve("none"), ".agent/none", new Plain());

    var agents = workspace.homeUpper().resolve(".agent");
    assertThat(agents.resolve("session")).hasContent("said");
    assertThat(agents).isDirectoryNotContaining(file -> !file.endsWith("session"));
  }

  private static final class Plain implements Folders {
    @Override
    public void create(Path folder) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void adopt(Path path) {}

    @Override
    public void remove(Path path) {
      throw new UnsupportedOperationException();
    }
  }
}
