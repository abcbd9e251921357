package drydock.app.models;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import java.net.URI;
import java.net.URISyntaxException;

/// The address of a server of models, as a person gives it. Pure.
final class GivenAddress {
  private static final int LONGEST = 2048;

  private GivenAddress() {}

  /// @throws RefusedException if it cannot be one
  static URI parse(String text) {
    try {
      var uri = new URI(text);
      var scheme = uri.getScheme();
      if (text.length() <= LONGEST
          && ("http".equals(scheme) || "https".equals(scheme))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException _) {
      // Said below: its own text would quote a password.
    }
    throw new RefusedException(
        Code.BAD_REQUEST,
        "not an address of a server: give http:// or https://, a host, and a path perhaps, without"
            + " a password");
  }

  /// One of the settings may hold a password.
  static String shown(URI address) {
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    var path = address.getRawPath() == null ? "" : address.getRawPath();
    return address.getScheme() + "://" + address.getHost() + port + path;
  }
}
