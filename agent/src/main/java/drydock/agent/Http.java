package drydock.agent;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// The HTTP client.
final class Http {
  private Http() {}

  /// @param url where requests will go
  static HttpClient client(String url) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30));
    return url.toLowerCase(Locale.ROOT).startsWith("https:")
        ? builder.build()
        : builder.sslContext(trustNobody()).build();
  }

  /// A client reads all certificates of the machine even if it never uses them; this one has none.
  private static SSLContext trustNobody() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
