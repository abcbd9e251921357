package drydock.server.routes;

import drydock.api.Login;
import drydock.api.token.CallerShown;
import drydock.domain.RefusedException;
import drydock.server.access.Access;
import drydock.server.edge.Guard;
import drydock.server.edge.SessionCookie;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;

/// A browser comes in with a one-time code or the token, and leaves.
final class LoginRoutes {
  private final Access access;
  private final Guard guard;
  private final SessionCookie cookie;
  private final Wire wire;

  LoginRoutes(Access access, Guard guard, SessionCookie cookie, Wire wire) {
    this.access = access;
    this.guard = guard;
    this.cookie = cookie;
    this.wire = wire;
  }

  void login(Context ctx) throws IOException {
    guard.requireSameOrigin(ctx);
    var login = wire.read(ctx, Login.class);
    var session =
        login
            .code()
            .flatMap(access::sessionForCode)
            .or(() -> login.token().flatMap(access::sessionForToken))
            .orElseThrow(() ->
                new RefusedException(
                    RefusedException.Code.UNAUTHORIZED,
                    "this code or token is not valid: a code works once, for ten minutes"));
    cookie.set(ctx, session);
    ctx.status(204);
  }

  /// Who a token or a session is, so that a page offers nothing that would be refused.
  void caller(Context ctx) {
    var caller = Guard.caller(ctx);
    wire.answer(ctx, 200, new CallerShown(caller.actor(), caller.scope()));
  }

  void logout(Context ctx) {
    cookie.clear(ctx);
    ctx.status(204);
  }
}
