package drydock.git.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fatal: unable to access 'https://x/': Could not resolve host: x | HOST_UNREACHABLE | name of the host
          fatal: unable to access 'http://x/': Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server | HOST_UNREACHABLE | does not answer
          fatal: unable to access 'https://x/': SSL certificate problem: unable to get local issuer certificate | REPOSITORY_UNAVAILABLE | DRYDOCK_CA_FILE
          fatal: could not read Username for 'https://x': terminal prompts disabled | REPOSITORY_UNAVAILABLE | git.credentials
          fatal: Authentication failed for 'https://x/' | REPOSITORY_UNAVAILABLE | git.credentials
          fatal: unable to access 'https://x/': The requested URL returned error: 403 | REPOSITORY_UNAVAILABLE | git.credentials
          fatal: repository 'https://x/' not found | REPOSITORY_UNAVAILABLE | no such repository
          fatal: unable to access 'https://x/': The requested URL returned error: 503 | HOST_UNREACHABLE | try again
          fatal: unable to access 'https://x/': Received HTTP code 407 from proxy after CONNECT | HOST_UNREACHABLE | HTTPS_PROXY
          Load key "/k": bad permissions. git@x: Permission denied (publickey). | REPOSITORY_UNAVAILABLE | chmod 600
          Load key "/k": error in libcrypto. git@x: Permission denied (publickey). | REPOSITORY_UNAVAILABLE | no private key
          WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! Host key verification failed. | REPOSITORY_UNAVAILABLE | another key
          sh: 1: ssh: not found fatal: Could not read from remote repository. | REPOSITORY_UNAVAILABLE | install OpenSSH
          git@x: Permission denied (publickey). fatal: Could not read from remote repository. | REPOSITORY_UNAVAILABLE | ssh key
          Host key verification failed. fatal: Could not read from remote repository. | REPOSITORY_UNAVAILABLE | known_hosts
          ssh: Could not resolve hostname x: Name or service not known | HOST_UNREACHABLE | name of the host
          ssh: connect to host x port 22: Connection timed out | HOST_UNREACHABLE | does not answer
          fatal: '/x' does not appear to be a git repository | REPOSITORY_UNAVAILABLE | no git repository
          error: object 1: hasDotgit: contains '.git' fatal: fsck error in packed object | REPOSITORY_UNAVAILABLE | fsck
          fatal: write error: No space left on device | DISK_FULL | make room
          fatal: early EOF | HOST_UNREACHABLE | try again
          fatal: couldn't find remote ref refs/pull/9 | REF_UNKNOWN | no such ref
          fatal: something else | FAILED | fatal: something else
          """)
  void complaints_become_causes(String complaint, GitException.Cause cause, String says) {
    var trouble = Trouble.of(complaint, "https://x");

    assertThat(trouble.reason()).isEqualTo(cause);
    assertThat(trouble).message().startsWith("https://x").contains(says);
  }

  @Test
  void what_git_repeats_is_made_harmless() {
    assertThat(
            Trouble.firstLine("warning: w\nfatal: no 'https://me:s3cret@x/a'\u001b[31m red\nmore"))
        .isEqualTo("fatal: no 'https://x/a' [31m red");
  }
}
