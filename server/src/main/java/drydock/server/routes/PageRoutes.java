package drydock.server.routes;

import drydock.domain.RefusedException;
import drydock.server.edge.Headers;
import io.javalin.http.Context;

/// The pages: the app for those who may log in, one for those who hold a link.
record PageRoutes(WebApp app, SharedPage page, WebFiles web, ShareRoutes shares) {
  void shared(Context ctx) {
    Headers.page(ctx);
    try {
      ctx.html(page.of(shares.shown(ctx)));
    } catch (RefusedException _) {
      ctx.status(404).html(page.gone());
    }
  }
}
