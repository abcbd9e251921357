package drydock.git.process;

import drydock.domain.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a repository is fetched from, checked: nothing in it can be an option, a command, a
/// transport we do not allow or a credential.
public sealed interface RemoteUrl {
  int MAX_LENGTH = 2048;

  /// What git is given.
  String text();

  record Http(String scheme, String host, String text) implements RemoteUrl {
    /// Scheme and host: what credentials are bound to.
    String origin() {
      return scheme + "://" + host;
    }

    boolean isLoopback() {
      return host.matches("(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\[::1])(:\\d+)?");
    }
  }

  record Ssh(String text) implements RemoteUrl {}

  record Local(String text) implements RemoteUrl {}

  Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*)|\\[[0-9a-fA-F:.]+]");
  Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  Pattern SCP = Pattern.compile("(?:(?<user>[^@:/]+)@)?(?<host>[^@:/]+):(?<path>[^:].*)");

  /// @throws RefusedException saying what is wrong and what to do
  static RemoteUrl parse(String given) {
    var text = given.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw refused("give a repository's URL of at most " + MAX_LENGTH + " characters");
    }
    if (text.startsWith("-") || text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw refused(
          "not a repository's URL: it starts with '-' or has spaces or control characters");
    }
    if (text.startsWith("/")) {
      return new Local(text);
    }
    var scheme = text.indexOf("://");
    if (scheme >= 0) {
      return withScheme(text.substring(0, scheme).toLowerCase(Locale.ROOT), text);
    }
    var scp = SCP.matcher(text);
    if (scp.matches()) {
      checkHost(scp.group("host"));
      checkUser(scp.group("user"));
      if (scp.group("path").startsWith("-")) {
        throw refused("not a repository's URL: its path starts with '-'");
      }
      return new Ssh(text);
    }
    throw refused(
        "not a repository's URL: give https://..., ssh://..., user@host:path or an"
            + " absolute path");
  }

  /// Whether it names a path, in whatever form.
  static boolean isOfThisMachine(String given) {
    var text = given.strip().toLowerCase(Locale.ROOT);
    return text.startsWith("/") || text.startsWith("file://");
  }

  private static RemoteUrl withScheme(String scheme, String text) {
    return switch (scheme) {
      case "https", "http" -> http(scheme, uri(text));
      case "ssh" -> ssh(uri(text), text);
      case "file" -> throw refused("file:// is not taken: give the absolute path itself");
      case "git" -> throw refused("git:// is neither private nor authentic: use https://");
      default -> throw refused("a repository is fetched over https, http or ssh only");
    };
  }

  private static Http http(String scheme, URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw refused(
          "leave user and password out of the URL: tokens are set by host, with git.credentials");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused("a repository's URL has no '?' and no '#'");
    }
    checkHost(uri.getHost());
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    var host = uri.getHost().toLowerCase(Locale.ROOT) + port;
    return new Http(scheme, host, scheme + "://" + host + withoutSlash(uri.getRawPath()));
  }

  private static Ssh ssh(URI uri, String text) {
    if (uri.getRawUserInfo() != null && uri.getRawUserInfo().contains(":")) {
      throw refused("leave the password out of the URL: ssh uses the key of the settings");
    }
    checkHost(uri.getHost());
    checkUser(uri.getRawUserInfo());
    return new Ssh(text);
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      // The exception's own text would quote a password.
      throw refused("not a repository's URL: it cannot be parsed");
    }
  }

  private static void checkHost(@Nullable String host) {
    if (host == null || !HOST.matcher(host).matches()) {
      throw refused("not a repository's URL: it names no valid host");
    }
  }

  private static void checkUser(@Nullable String user) {
    if (user != null && !USER.matcher(user).matches()) {
      throw refused("not a repository's URL: it names no valid user");
    }
  }

  private static String withoutSlash(String path) {
    return path.replaceAll("/+$", "");
  }

  private static RefusedException refused(String message) {
    return new RefusedException(RefusedException.Code.REPOSITORY_INVALID, message);
  }

  /// A name for the mirror's folder: readable, unique by hash.
  default String folderName() {
    var slug = text().replaceAll("\\.git$", "").replaceAll("[^A-Za-z0-9]+", "-");
    var tail = slug.substring(Math.max(0, slug.length() - 40)).replaceAll("^-", "");
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hash = sha.digest(text().getBytes(StandardCharsets.UTF_8));
      return tail + "-" + HexFormat.of().formatHex(hash, 0, 8) + ".git";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
