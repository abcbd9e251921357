package drydock.server;

import drydock.domain.RefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Every address of the server, in one list.
record Routes(TaskRoutes tasks, EventRoutes events, SystemRoutes system, LoginRoutes login) {

  void addTo(RoutesConfig routes) {
    routes.get("/api/tasks", tasks::list);
    routes.post("/api/tasks", tasks::create);
    routes.post("/task", tasks::create);
    routes.get("/api/tasks/{id}", tasks::show);
    routes.get("/task/{id}", tasks::show);
    routes.delete("/api/tasks/{id}", tasks::delete);
    routes.get("/api/tasks/{id}/events", events::events);
    routes.post("/api/tasks/{id}/messages", tasks::say);
    routes.post("/api/tasks/{id}/cancel", tasks::cancel);
    routes.post("/api/tasks/{id}/retry", tasks::retry);
    routes.get("/api/models", system::models);
    routes.get("/api/agents", system::agents);
    routes.get("/api/system", system::system);
    routes.get("/metrics", system::metrics);
    routes.get("/healthz", system::alive);
    routes.get("/readyz", system::ready);
    routes.post("/api/login", login::login);
    routes.post("/api/logout", login::logout);
    addWhatIsNotBuilt(routes);
  }

  /// The contract names them; until they are there, each says so.
  private static void addWhatIsNotBuilt(RoutesConfig routes) {
    for (var path :
        new String[] {
          "archive", "approvals/{approval}", "continue", "fork", "rebase", "select", "pull-request"
        }) {
      routes.post("/api/tasks/{id}/" + path, Routes::notAvailable);
    }
    for (var path :
        new String[] {"repos", "isolation", "usage", "tokens", "webhooks", "schedules"}) {
      routes.get("/api/" + path, Routes::notAvailable);
    }
  }

  private static void notAvailable(Context ctx) {
    throw new RefusedException(
        RefusedException.Code.NOT_AVAILABLE, "this version of Drydock does not do that yet");
  }
}
