package drydock.server.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which names this server answers to, and which pages may drive it with a person's cookie. A page
/// elsewhere cannot: DNS rebinding makes its own name point here, so a name that is not ours is
/// refused; a plain cross-site request carries its `Origin`.
public final class Origins {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]", Pattern.CASE_INSENSITIVE);

  private final Optional<String> publicOrigin;

  public Origins(Optional<URI> publicUrl) {
    this.publicOrigin = publicUrl.map(url -> origin(url.getScheme(), url.getRawAuthority()));
  }

  /// Whether a host, as written in a setting, is this machine alone.
  public static boolean isLoopback(String host) {
    return host.equals("::1") || LOOPBACK.matcher(host).matches();
  }

  /// @param host the `Host` header
  /// @param port the one that the request came in by
  public boolean isOurs(@Nullable String host, int port) {
    return host != null && originHere(host, port).isPresent();
  }

  /// Whether a request that changes something comes from one of our own pages.
  ///
  /// @param host as in [#isOurs]
  public boolean isSameOrigin(
      String host, int port, @Nullable String origin, @Nullable String secFetchSite) {
    return origin == null
        ? "same-origin".equals(secFetchSite)
        : originHere(host, port).filter(origin.toLowerCase(Locale.ROOT)::equals).isPresent();
  }

  /// The origin of pages that were fetched under this name, if it is one of ours.
  private Optional<String> originHere(String host, int port) {
    var asPublic = publicOrigin.filter(o -> o.equals(origin(o.substring(0, o.indexOf(':')), host)));
    if (asPublic.isPresent()) {
      return asPublic;
    }
    var plain = origin("http", host);
    var name = plain.substring("http://".length()).replaceFirst(":\\d+$", "");
    return isLoopback(name) && plain.equals(origin("http", name + ":" + port))
        ? Optional.of(plain)
        : Optional.empty();
  }

  /// In lower case, and without the scheme's default port, as browsers write it.
  private static String origin(String scheme, String authority) {
    var defaultPort = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    var name =
        authority.endsWith(defaultPort)
            ? authority.substring(0, authority.length() - defaultPort.length())
            : authority;
    return (scheme + "://" + name).toLowerCase(Locale.ROOT);
  }
}
