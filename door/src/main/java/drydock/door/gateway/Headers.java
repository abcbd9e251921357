package drydock.door.gateway;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Which headers pass. Requests lose what belongs to the connection (RFC 9110 section 7.6.1), what
/// names somebody (the sandbox's token, cookies, an organisation the key might also open) and what
/// would compress the answer; answers keep only what clients are known to read.
final class Headers {
  private static final Set<String> NOT_OUT =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect",
          "content-length",
          "accept-encoding",
          "authorization",
          "x-api-key",
          "api-key",
          "x-goog-api-key",
          "cookie",
          "openai-organization",
          "openai-project",
          "forwarded",
          "via",
          "x-real-ip");
  private static final Set<String> IN =
      Set.of(
          "content-type",
          "content-encoding",
          "cache-control",
          "retry-after",
          "retry-after-ms",
          "x-should-retry",
          "request-id",
          "x-request-id",
          "openai-model",
          "openai-processing-ms",
          "openai-version");

  private Headers() {}

  static HttpFields out(HttpFields from) {
    var out = HttpFields.build();
    var named = from.getCSV(HttpHeader.CONNECTION, false).stream().map(Headers::lower).toList();
    for (HttpField field : from) {
      var name = field.getLowerCaseName();
      if (!NOT_OUT.contains(name) && !name.startsWith("x-forwarded-") && !named.contains(name)) {
        out.add(field);
      }
    }
    return out;
  }

  static HttpFields in(HttpFields from) {
    var in = HttpFields.build();
    for (HttpField field : from) {
      var name = field.getLowerCaseName();
      if (IN.contains(name)
          || name.startsWith("x-ratelimit-")
          || name.startsWith("anthropic-ratelimit-")) {
        in.add(field);
      }
    }
    return in;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
