package drydock.server.edge;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Scope;
import drydock.server.access.Access;
import drydock.server.access.Caller;
import drydock.server.access.Origins;
import io.javalin.http.Context;
import java.util.Set;

/// Stands before every route: who may come in, from where. Thread safe.
public final class Guard {
  private static final String CALLER = "drydock.caller";
  private static final String BEARER = "bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Access access;
  private final Origins origins;
  private final SessionCookie cookie;

  public Guard(Access access, Origins origins, SessionCookie cookie) {
    this.access = access;
    this.origins = origins;
    this.cookie = cookie;
  }

  /// @throws RefusedException if they may not come in
  public void admit(Context ctx, Entry entry) {
    if (entry != Entry.PROBE) {
      requireOwnName(ctx);
    }
    entry.needed().ifPresent(scope -> ctx.attribute(CALLER, allowed(authenticated(ctx), scope)));
  }

  private void requireOwnName(Context ctx) {
    if (!origins.isOurs(ctx.header("Host"), port(ctx))) {
      throw new RefusedException(
          Code.FORBIDDEN_ORIGIN,
          "this server does not go by that name: use its own address,"
              + " or set DRYDOCK_PUBLIC_URL to the one that is used");
    }
  }

  private static Caller allowed(Caller caller, Scope needed) {
    if (!caller.scope().includes(needed)) {
      throw new RefusedException(
          Code.FORBIDDEN,
          "this needs a token of scope %s, and %s has %s"
              .formatted(name(needed), caller.actor().name(), name(caller.scope())));
    }
    return caller;
  }

  private static String name(Scope scope) {
    return Query.wireName(scope);
  }

  public static Caller caller(Context ctx) {
    Caller caller = ctx.attribute(CALLER);
    if (caller == null) {
      throw new IllegalStateException("a route that needs an actor is open: " + ctx.path());
    }
    return caller;
  }

  public static Actor actor(Context ctx) {
    return caller(ctx).actor();
  }

  /// Whether what they came in with still opens.
  public boolean isStill(Caller caller) {
    return access.isStill(caller);
  }

  /// Refuses what another site's page sends with the person's cookie.
  public void requireSameOrigin(Context ctx) {
    var host = ctx.header("Host");
    if (host == null
        || !origins.isSameOrigin(
            host, port(ctx), ctx.header("Origin"), ctx.header("Sec-Fetch-Site"))) {
      throw new RefusedException(
          Code.FORBIDDEN_ORIGIN, "a page of another site may not do this with your session");
    }
  }

  private Caller authenticated(Context ctx) {
    var authorization = ctx.header("Authorization");
    if (authorization != null) {
      return byToken(authorization);
    }
    var caller = cookie.of(ctx).flatMap(access::bySession).orElseThrow(Guard::unauthorized);
    if (!READING.contains(ctx.req().getMethod())) {
      requireSameOrigin(ctx);
    }
    return caller;
  }

  private Caller byToken(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw unauthorized();
    }
    return access
        .byToken(authorization.substring(BEARER.length()).strip())
        .orElseThrow(Guard::unauthorized);
  }

  private static int port(Context ctx) {
    return ctx.req().getLocalPort();
  }

  private static RefusedException unauthorized() {
    return new RefusedException(
        Code.UNAUTHORIZED,
        "log in, or send the token of this server (the file 'token' in its home) as"
            + " Authorization: Bearer TOKEN");
  }
}
