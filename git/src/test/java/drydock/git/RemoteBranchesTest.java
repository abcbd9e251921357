package drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.port.Repositories.Branches;
import drydock.git.process.GitException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteBranchesTest {
  private static final String ID = "0123456789012345678901234567890123456789";

  @TempDir Path place;

  private Branches branches(String folder) {
    return new RemoteBranches(new Bench(place).settings)
        .of(place.resolve(folder).toString(), LocalPaths.ALLOWED);
  }

  @Test
  @Tag("integration")
  void the_default_one_comes_first_and_tags_are_none() {
    new Bench(place).origin("git checkout -qb trunk; echo 1 > a");
    Shell.run(place.resolve("origin"), "git branch a/b; git branch zoo; git tag v1");

    assertThat(branches("origin"))
        .isEqualTo(new Branches(Optional.of("trunk"), List.of("trunk", "a/b", "zoo"), false));
  }

  @Test
  @Tag("integration")
  void an_empty_repository_has_none_and_what_is_none_is_said() {
    Shell.run(place, "git init -q empty; mkdir nothing");

    assertThat(branches("empty")).isEqualTo(new Branches(Optional.empty(), List.of(), false));
    assertThatThrownBy(() -> branches("nothing")).isInstanceOf(GitException.class);
  }

  @Test
  void so_many_are_listed_and_none_that_could_not_be_named() {
    var refs =
        IntStream.range(0, 1200)
            .mapToObj(i -> ID + "\trefs/heads/b%04d\n".formatted(i))
            .collect(Collectors.joining());
    var offer =
        Fetch.Offer.parse(
            "ref: refs/heads/b0007\tHEAD\n"
                + refs
                + ID
                + "\trefs/heads/a b\n"
                + ID
                + "\trefs/heads/-x\n");

    var listed = RemoteBranches.listed(offer);

    assertThat(listed.names()).hasSize(1000).startsWith("b0007", "b0000", "b0001");
    assertThat(listed.names()).doesNotContain("a b").doesNotHaveDuplicates();
    assertThat(listed.more()).isTrue();
  }
}
