package drydock.server.edge;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.server.access.Access;
import drydock.server.access.Origins;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/// Stands before every route: who may come in, from where. Thread safe.
public final class Guard {
  private static final String ACTOR = "drydock.actor";
  private static final String BEARER = "bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /// Probes come under any name, and learn nothing.
  private static final Set<String> PROBES = Set.of("/healthz", "/readyz");

  private static final Set<String> OPEN_PATHS = Set.of("/", "/favicon.ico", "/api/login");
  private static final List<String> OPEN_FOLDERS = List.of("/s/", "/web/", "/tasks/");

  private final Access access;
  private final Origins origins;
  private final SessionCookie cookie;

  public Guard(Access access, Origins origins, SessionCookie cookie) {
    this.access = access;
    this.origins = origins;
    this.cookie = cookie;
  }

  public void check(Context ctx) {
    if (PROBES.contains(ctx.path())) {
      return;
    }
    if (!origins.isOurs(ctx.header("Host"), port(ctx))) {
      throw new RefusedException(
          Code.FORBIDDEN_ORIGIN,
          "this server does not go by that name: use its own address,"
              + " or set DRYDOCK_PUBLIC_URL to the one that is used");
    }
    if (isOpen(ctx.path())) {
      return;
    }
    ctx.attribute(ACTOR, authenticated(ctx));
  }

  public static Actor actor(Context ctx) {
    Actor actor = ctx.attribute(ACTOR);
    if (actor == null) {
      throw new IllegalStateException("a route that needs an actor is open: " + ctx.path());
    }
    return actor;
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

  private Actor authenticated(Context ctx) {
    var authorization = ctx.header("Authorization");
    if (authorization != null) {
      return byToken(authorization);
    }
    if (!cookie.of(ctx).filter(access::isSession).isPresent()) {
      throw unauthorized();
    }
    if (!READING.contains(ctx.req().getMethod())) {
      requireSameOrigin(ctx);
    }
    return Actor.OPERATOR;
  }

  private Actor byToken(String authorization) {
    var isBearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    if (!isBearer || !access.isToken(authorization.substring(BEARER.length()).strip())) {
      throw unauthorized();
    }
    return Actor.OPERATOR;
  }

  /// There is one token so far, and its holder.

  private static boolean isOpen(String path) {
    return OPEN_PATHS.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
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
