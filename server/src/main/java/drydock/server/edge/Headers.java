package drydock.server.edge;

import io.javalin.http.Context;
import java.util.Map;

/// Security headers. What is not one of our own pages may not do anything in a browser.
public final class Headers {
  /// For every response; a page of ours loosens them by [#page].
  static final Map<String, String> STRICT =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cache-Control", "no-store");

  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Headers() {}

  public static void strict(Context ctx) {
    STRICT.forEach(ctx::header);
  }

  public static void page(Context ctx) {
    ctx.header("Content-Security-Policy", PAGE_POLICY).header("Cache-Control", "no-cache");
  }
}
