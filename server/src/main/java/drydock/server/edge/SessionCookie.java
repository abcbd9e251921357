package drydock.server.edge;

import drydock.server.access.Access;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/// The browser's proof of login. Scripts cannot read it, other sites' pages cannot send it, and
/// over https it goes over nothing else.
public record SessionCookie(boolean secure) {
  /// The prefix makes browsers insist on Secure, on the path and on this very host (RFC 6265bis,
  /// 4.1.3.2).
  private String name() {
    return secure ? "__Host-drydock" : "drydock";
  }

  public Optional<String> of(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name()));
  }

  public void set(Context ctx, String session) {
    put(ctx, session, (int) Access.SESSION_LIFE.toSeconds());
  }

  public void clear(Context ctx) {
    put(ctx, "", 0);
  }

  private void put(Context ctx, String value, int maxAge) {
    var cookie = new Cookie(name(), value, "/", maxAge, secure, true, null, SameSite.STRICT);
    ctx.cookie(cookie);
  }
}
