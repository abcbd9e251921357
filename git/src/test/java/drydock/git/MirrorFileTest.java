package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One file of a commit: what is no regular file below its root is none.
@Tag("integration")
class MirrorFileTest {
  @TempDir Path place;
  private Mirror mirror;
  private Commit commit;

  @BeforeEach
  void start() {
    var bench = new Bench(place);
    bench.origin(
        """
        mkdir -p folder/deep; echo one >folder/deep/a.txt; echo top >top.txt
        printf '#!/bin/sh\\n' >run.sh; chmod +x run.sh
        ln -s top.txt link; ln -s folder linked; ln -s /etc/passwd out
        printf 12345 >five; printf odd >'odd [*] name'
        mkdir sub; git update-index --add --cacheinfo 160000,1234567890123456789012345678901234567890,sub
        """);
    mirror =
        bench.mirrors.ofUrl(
            place.resolve("origin").toString(), Optional.of("main"), LocalPaths.ALLOWED);
    commit = mirror.resolve(Optional.of("main"));
  }

  private Optional<String> file(String path) {
    return mirror.file(commit, path, 100).map(bytes -> new String(bytes, UTF_8));
  }

  @Test
  void a_regular_file_is_read_however_deep_and_whatever_its_name() {
    assertThat(file("top.txt")).contains("top\n");
    assertThat(file("folder/deep/a.txt")).contains("one\n");
    assertThat(file("run.sh")).contains("#!/bin/sh\n");
    assertThat(file("odd [*] name")).contains("odd");
  }

  @Test
  void no_more_of_it_is_read_than_was_asked_for() {
    assertThat(mirror.file(commit, "five", 4)).contains("1234".getBytes(UTF_8));
    assertThat(mirror.file(commit, "five", 5)).contains("12345".getBytes(UTF_8));
    assertThat(mirror.file(commit, "five", 6)).contains("12345".getBytes(UTF_8));
  }

  @Test
  void no_link_is_followed_to_a_file_or_through_a_folder() {
    assertThat(file("link")).isEmpty();
    assertThat(file("out")).isEmpty();
    assertThat(file("linked")).isEmpty();
    assertThat(file("linked/deep/a.txt")).isEmpty();
  }

  @Test
  void a_folder_and_a_submodule_are_no_files() {
    assertThat(Shell.run(place.resolve("origin"), "git ls-tree main sub")).startsWith("160000");
    assertThat(file("folder")).isEmpty();
    assertThat(file("folder/deep")).isEmpty();
    assertThat(file("sub")).isEmpty();
    assertThat(file("sub/a.txt")).isEmpty();
  }

  @Test
  void what_is_no_path_below_the_root_names_nothing() {
    for (var path :
        new String[] {
          "../top.txt",
          "folder/../top.txt",
          "./top.txt",
          "/top.txt",
          "folder//deep/a.txt",
          "folder/",
          "top.txt/",
          "top.txt/x",
          ".",
          "..",
          "/",
          "/etc/passwd",
          ".git/config",
          "HEAD:top.txt",
          "top.txt\nHEAD",
          "top.txt\0",
          "*",
          "top*",
          "nothing/at/all"
        }) {
      assertThat(file(path)).as(path).isEmpty();
    }
  }
}
