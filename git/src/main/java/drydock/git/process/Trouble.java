package drydock.git.process;

import static drydock.git.process.GitException.Cause.DISK_FULL;
import static drydock.git.process.GitException.Cause.FAILED;
import static drydock.git.process.GitException.Cause.HOST_UNREACHABLE;
import static drydock.git.process.GitException.Cause.REF_UNKNOWN;
import static drydock.git.process.GitException.Cause.REPOSITORY_UNAVAILABLE;

import drydock.git.process.GitException.Cause;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// From git's complaints (English by LC_ALL=C) to what is wrong and what to do.
public final class Trouble {
  private static final int LINE = 300;
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@");
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

  private record Sign(Cause cause, String text, List<String> marks) {
    static Sign of(Cause cause, String text, String... marks) {
      return new Sign(cause, text, List.of(marks));
    }
  }

  /// The first that fits: a broken object also ends the connection, a full disk also breaks
  /// objects.
  private static final List<Sign> SIGNS =
      List.of(
          Sign.of(
              FAILED, "git cannot be started: install git (2.39 or newer)", "exec: git: not found"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "git needs more than 4 GB of memory for it: it is too large, or made to be",
              "out of memory",
              "cannot allocate memory",
              "realloc failed",
              "malloc failed"),
          Sign.of(
              DISK_FULL,
              "the disk is full: make room, then try again",
              "no space left on device",
              "disk quota exceeded"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "its history holds objects that git refuses: git fsck --strict in it names them",
              "fsck error",
              "error in object",
              "object corrupt",
              "inflate:",
              "fetch-pack: invalid index-pack output"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "the certificate of the host is not trusted: set DRYDOCK_CA_FILE to its authority's",
              "certificate"),
          Sign.of(
              HOST_UNREACHABLE,
              "the proxy of the settings does not let it through: check HTTPS_PROXY and NO_PROXY",
              "could not resolve proxy",
              "from proxy",
              "proxy connect aborted"),
          Sign.of(
              HOST_UNREACHABLE,
              "the name of the host is not known: check the URL",
              "could not resolve host",
              "name or service not known",
              "name resolution"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "there is no ssh on this machine: install OpenSSH's client",
              "cannot run ssh",
              "ssh: not found",
              "ssh: command not found"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "the host shows another key than the one in known_hosts: if it was changed on"
                  + " purpose, correct that line (DRYDOCK_GIT_KNOWN_HOSTS, or git/known_hosts in"
                  + " DRYDOCK_HOME)",
              "remote host identification has changed"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "the host is not in known_hosts: add its key there (DRYDOCK_GIT_KNOWN_HOSTS)",
              "host key verification failed"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "others may read the ssh key of DRYDOCK_GIT_SSH_KEY: chmod 600 it",
              "bad permissions"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "DRYDOCK_GIT_SSH_KEY names no private key that ssh can read",
              "load key"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "the host does not accept the ssh key: set DRYDOCK_GIT_SSH_KEY to one that it"
                  + " accepts, without a passphrase",
              "permission denied (",
              "permission denied, please",
              "too many authentication failures"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "there is no such repository, or no access to it: check the URL, and the token for"
                  + " its host in git.credentials",
              "returned error: 401",
              "returned error: 403",
              "returned error: 404",
              "authentication failed",
              "could not read username",
              "could not read password",
              "not found",
              "could not be found",
              "access denied"),
          Sign.of(
              HOST_UNREACHABLE,
              "the host does not answer: check the URL, or try again later",
              "failed to connect",
              "couldn't connect",
              "could not connect",
              "connection refused",
              "connection timed out",
              "connection reset",
              "network is unreachable",
              "no route to host",
              "timed out",
              "operation too slow",
              "returned error: 429",
              "returned error: 5"),
          Sign.of(
              REPOSITORY_UNAVAILABLE,
              "there is no git repository: check the URL or path",
              "does not appear to be a git repository",
              "not a git repository",
              "is this a git repository",
              "repository does not exist",
              "invalid literal in loose"),
          Sign.of(REF_UNKNOWN, "it has no such ref", "couldn't find remote ref"),
          Sign.of(
              HOST_UNREACHABLE,
              "the connection broke: try again",
              "the remote end hung up",
              "early eof",
              "rpc failed",
              "unexpected disconnect"));

  private Trouble() {}

  /// @param doing what was attempted, or with what: begins the message
  public static GitException of(String complaint, String doing) {
    var low = complaint.toLowerCase(Locale.ROOT);
    return SIGNS.stream()
        .filter(sign -> sign.marks().stream().anyMatch(low::contains))
        .findFirst()
        .map(sign -> new GitException(sign.cause(), doing + ": " + sign.text()))
        .orElseGet(() -> new GitException(FAILED, doing + " failed: " + firstLine(complaint)));
  }

  public static GitException of(Exception e, String doing) {
    var known = of(String.valueOf(e.getMessage()), doing);
    return new GitException(known.reason(), String.valueOf(known.getMessage()), e);
  }

  static String firstLine(String complaint) {
    var lines = complaint.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    var line =
        lines.stream()
            .filter(l -> l.startsWith("fatal:") || l.startsWith("error:"))
            .findFirst()
            .or(() -> lines.stream().findFirst())
            .orElse("git said nothing");
    var clean = CONTROLS.matcher(CREDENTIALS.matcher(line).replaceAll("")).replaceAll(" ");
    return clean.length() > LINE ? clean.substring(0, LINE) + "..." : clean;
  }
}
