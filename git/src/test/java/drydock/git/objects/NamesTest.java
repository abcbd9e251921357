package drydock.git.objects;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.git.files.RawPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".GIT",
        ".Git.",
        ".git ",
        ".git . .",
        "git~1",
        "GIT~1",
        ".git::$INDEX_ALLOCATION",
        ".git\\hooks",
        ".g\u200cit",
        "\ufeff.git",
        ".git\u202e"
      })
  void these_are_the_git_folder_somewhere(String name) {
    assertThat(Names.meansDotGit(RawPath.of(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".gitignore", ".gitmodules", "git", "git~2", ".git2", "a.git", ".git x", "..git"})
  void these_are_not(String name) {
    assertThat(Names.meansDotGit(RawPath.of(name))).isFalse();
  }
}
