package drydock.agent;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

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
        : builder.sslContext(NoTls.context()).build();
  }
}
