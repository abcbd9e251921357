package drydock.server.routes;

import drydock.domain.RefusedException;
import io.javalin.http.Context;

/// The pages: the app for those who may log in, one for those who hold a link.
record PageRoutes(WebApp app, WebFiles web, ShareRoutes shares) {
  void shared(Context ctx) {
    try {
      shares.open(ctx);
      web.page(ctx, "share.html");
    } catch (RefusedException _) {
      ctx.status(404);
      web.page(ctx, "gone.html");
    }
  }
}
