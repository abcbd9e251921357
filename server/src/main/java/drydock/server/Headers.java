package drydock.server;

import io.javalin.http.Context;

/// Security headers. What is not one of our own pages may not do anything in a browser.
final class Headers {
  private static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private Headers() {}

  /// For every response; a page of ours loosens it by [#page].
  static void strict(Context ctx) {
    ctx.header("Content-Security-Policy", NO_PAGE)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
  }

  static void page(Context ctx) {
    ctx.header("Content-Security-Policy", PAGE)
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cache-Control", "no-cache");
  }
}
