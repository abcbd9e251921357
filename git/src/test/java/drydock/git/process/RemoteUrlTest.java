package drydock.git.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {
  @Test
  void a_url_is_what_git_is_given() {
    assertThat(RemoteUrl.parse(" HTTPS://Example.org:8443/a/b.git/ "))
        .isEqualTo(
            new RemoteUrl.Http("https", "example.org:8443", "https://example.org:8443/a/b.git"));
    assertThat(RemoteUrl.parse("git@example.org:a/b.git"))
        .isEqualTo(new RemoteUrl.Ssh("git@example.org:a/b.git"));
    assertThat(RemoteUrl.parse("ssh://git@example.org:2222/a"))
        .isEqualTo(new RemoteUrl.Ssh("ssh://git@example.org:2222/a"));
    assertThat(RemoteUrl.parse("/srv/git/a")).isEqualTo(new RemoteUrl.Local("/srv/git/a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-oProxyCommand=evil",
        "--upload-pack=evil",
        "ext::sh -c evil",
        "ext::evil",
        "fd::17",
        "file:///etc",
        "git://example.org/a",
        "ftp://example.org/a",
        "relative/path",
        "https://",
        "https:///a",
        "https://-evil.org/a",
        "https://a b/c",
        "https://example.org/a\nb",
        "https://example.org/a?token=1",
        "ssh://-oProxyCommand=evil/a",
        "ssh://-l@example.org/a",
        "-l@example.org:a",
        "git@-oProxyCommand=evil:a",
        "git@example.org:-evil",
      })
  void what_is_no_plain_url_is_refused(String text) {
    assertThatThrownBy(() -> RemoteUrl.parse(text))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(RefusedException.Code.REPOSITORY_INVALID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:s3cret@example.org/a",
        "https://s3cret@example.org/a",
        "https://user:s3cret@exa mple.org/a",
        "https://user:s3cret@/a%",
        "ssh://user:s3cret@example.org/a",
      })
  void a_password_is_refused_and_not_repeated(String text) {
    assertThatThrownBy(() -> RemoteUrl.parse(text))
        .isInstanceOf(RefusedException.class)
        .message()
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a/b.git, https-example-org-a-b-",
    "git@example.org:a/b, git-example-org-a-b-",
    "/srv/x, srv-x-",
  })
  void its_folder_is_readable(String url, String begin) {
    assertThat(RemoteUrl.parse(url).folderName()).matches(begin + "[0-9a-f]{16}\\.git");
  }

  @Test
  void different_urls_have_different_folders() {
    assertThat(RemoteUrl.parse("https://example.org/a-b").folderName())
        .isNotEqualTo(RemoteUrl.parse("https://example.org/a/b").folderName());
  }
}
