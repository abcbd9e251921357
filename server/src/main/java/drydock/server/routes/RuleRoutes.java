package drydock.server.routes;

import drydock.api.approval.RuleList;
import drydock.api.approval.RuleShown;
import drydock.engine.Workstation;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;

/// `/api/rules`: what people had remembered for repositories.
record RuleRoutes(Workstation workstation, Wire wire) {
  void list(Context ctx) {
    wire.answer(
        ctx, 200, new RuleList(workstation.rules().list().stream().map(RuleShown::of).toList()));
  }

  void remove(Context ctx) {
    var id = ctx.pathParam("rule");
    if (workstation.rules().remove(id).isEmpty()) {
      throw Query.notFound("there is no rule " + id);
    }
    ctx.status(204);
  }
}
