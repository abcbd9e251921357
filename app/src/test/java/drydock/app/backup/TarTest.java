package drydock.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.home.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What tar is told, and that it does it.
class TarTest {
  private static final String OWN = Workspace.OVERLAYS_OWN.getFirst();

  @TempDir Path folder;

  @Test
  void what_overlays_need_is_kept_and_an_ordinary_user_is_root_in_name() {
    assertThat(new Tar(false).unpacking(Path.of("/h")))
        .containsExactly(
            "tar",
            "--extract",
            "--file=-",
            "--preserve-permissions",
            "--warning=no-timestamp",
            "--numeric-owner",
            "--same-owner",
            "--xattrs",
            "--xattrs-include=user.*",
            "--directory=/h");
    assertThat(new Tar(true).unpacking(Path.of("/h")))
        .startsWith("unshare", "--map-root-user", "tar")
        .contains("--no-same-owner");
    assertThat(new Tar(true).packing(Path.of("/h")))
        .startsWith("unshare", "--map-root-user", "tar", "--create", "--file=-", "--format=posix")
        .contains("--sparse", "--numeric-owner", "--xattrs-include=user.*", "--directory=/h")
        .endsWith("--null", "--verbatim-files-from", "--files-from=-");
  }

  @Test
  void memories_and_what_is_in_the_making_stay_out_and_nothing_that_is_called_so_deeper()
      throws Exception {
    var from = folder.resolve("from");
    var kept =
        List.of(
            "workspaces/t-1/code/upper/--x",
            "workspaces/t-1/code/upper/memory.json",
            "workspaces/t-1/code/upper/a.new",
            "workspaces/t-1/code/upper/" + OWN + "/mine");
    for (var name : kept) {
      write(from.resolve(name));
    }
    write(from.resolve("workspaces/t-1/memory.json"));
    write(from.resolve("workspaces/t-1/task.json.new"));
    write(from.resolve("workspaces/t-1/" + OWN + "/work.d/x"));

    var tar = new ByteArrayOutputStream();
    new Tar(false).pack(from, List.of("workspaces/t-1"), tar);
    var to = Files.createDirectory(folder.resolve("to"));
    assertThat(new Tar(false).unpack(to, tar::writeTo)).isZero();

    try (var files = Files.walk(to)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> to.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(kept);
    }
    assertThat(to.resolve("workspaces/t-1/code/work")).isEmptyDirectory();
  }

  @Test
  void zeros_after_an_archive_that_tar_does_not_wait_for_are_no_failure() throws Exception {
    var from = folder.resolve("from");
    write(from.resolve("a"));
    var tar = new ByteArrayOutputStream();
    new Tar(false).pack(from, List.of("a"), tar);
    var to = Files.createDirectory(folder.resolve("to"));

    var tooLong =
        new Tar(false)
            .unpack(
                to,
                out -> {
                  tar.writeTo(out);
                  for (var i = 0; i < 1000; i++) {
                    out.write(new byte[5120]);
                  }
                });

    assertThat(tooLong).isZero();
    assertThat(to.resolve("a")).isRegularFile();
  }

  private static void write(Path file) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }
}
