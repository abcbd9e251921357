package drydock.server.routes;

import drydock.domain.RefusedException;
import drydock.engine.Workstation;
import drydock.server.access.Access;
import drydock.server.edge.Addresses;
import drydock.server.edge.Guard;
import drydock.server.edge.Idempotency;
import drydock.server.edge.Live;
import drydock.server.edge.SessionCookie;
import drydock.server.edge.Wire;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.util.List;

/// Every address of the server, in one list.
public final class Routes {
  private final TaskRoutes tasks;
  private final EventRoutes events;
  private final FileRoutes files;
  private final ShareRoutes shares;
  private final UploadRoutes uploads;
  private final SystemRoutes system;
  private final LoginRoutes login;
  private final PageRoutes pages;

  /// @param scratch a folder for parts of requests while they arrive
  /// @param maxBytes the largest archive that is taken
  public record UploadLimits(Path scratch, long maxBytes) {}

  /// What the routes work with.
  public record Parts(
      Workstation workstation,
      Access access,
      Guard guard,
      SessionCookie cookie,
      Idempotency idempotency,
      Addresses addresses,
      Live live,
      UploadLimits limits) {}

  public Routes(Parts parts) {
    var wire = new Wire();
    var workstation = parts.workstation();
    var addresses = parts.addresses();
    var form = new TaskForm(workstation, wire, parts.limits());
    var patience = new TaskRoutes.Patience(new StateWatch(workstation), parts.live());
    tasks = new TaskRoutes(workstation, wire, addresses, parts.idempotency(), form, patience);
    events = new EventRoutes(workstation, wire, parts.live());
    files = new FileRoutes(workstation, wire, addresses);
    shares = new ShareRoutes(workstation, wire, addresses, parts.idempotency());
    uploads = new UploadRoutes(workstation, wire, parts.limits().maxBytes());
    system = new SystemRoutes(workstation, wire, parts.live());
    login = new LoginRoutes(parts.access(), parts.guard(), parts.cookie(), wire);
    pages = new PageRoutes(new WebFiles(), shares);
  }

  public void addTo(RoutesConfig routes) {
    addTasks(routes);
    addResults(routes);
    addShares(routes);
    addSystem(routes);
    addPages(routes);
    addWhatIsNotBuilt(routes);
  }

  private void addTasks(RoutesConfig routes) {
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
    routes.post("/api/tasks/{id}/continue", tasks::goOn);
    routes.post("/api/uploads", uploads::upload);
  }

  private void addResults(RoutesConfig routes) {
    routes.get("/api/tasks/{id}/diff.patch", files::patch);
    routes.get("/api/tasks/{id}/diff.json", files::diff);
    routes.get("/api/tasks/{id}/tree.zip", files::tree);
    routes.get("/api/tasks/{id}/logs.zip", files::logs);
    routes.get("/api/tasks/{id}/files", files::list);
    routes.get("/logs/{id}/<file>", files::file);
  }

  private void addShares(RoutesConfig routes) {
    routes.get("/api/tasks/{id}/shares", shares::list);
    routes.post("/api/tasks/{id}/shares", shares::create);
    routes.delete("/api/shares/{share}", shares::revoke);
    routes.get("/s/{token}", pages::shared);
    routes.get("/s/{token}/task.json", shares::task);
    routes.get("/s/{token}/{file}", shares::file);
  }

  private void addSystem(RoutesConfig routes) {
    routes.get("/api/models", system::models);
    routes.get("/api/agents", system::agents);
    routes.get("/api/system", system::system);
    routes.get("/api/isolation", system::isolation);
    routes.get("/api/openapi.yaml", pages.web()::openApi);
    routes.get("/metrics", system::metrics);
    routes.get("/healthz", system::alive);
    routes.get("/readyz", system::ready);
    routes.post("/api/login", login::login);
    routes.post("/api/logout", login::logout);
  }

  private void addPages(RoutesConfig routes) {
    routes.get("/", pages.web()::index);
    routes.get("/tasks/{id}", pages.web()::index);
    routes.get("/web/{name}", pages.web()::file);
    routes.get("/favicon.ico", pages.web()::icon);
  }

  /// What the contract names and nothing does yet, as `METHOD path`.
  private static final List<String> NOT_BUILT =
      List.of(
          "POST /api/tasks/{id}/archive",
          "POST /api/tasks/{id}/fork",
          "POST /api/tasks/{id}/rebase",
          "POST /api/tasks/{id}/select",
          "POST /api/tasks/{id}/pull-request",
          "POST /api/tasks/{id}/approvals/{approval}",
          "GET /api/repos",
          "POST /api/repos",
          "GET /api/repos/{repo}/environment",
          "PUT /api/repos/{repo}/environment",
          "POST /api/repos/{repo}/environment/try",
          "GET /api/usage",
          "GET /api/tokens",
          "POST /api/tokens",
          "DELETE /api/tokens/{token}",
          "GET /api/webhooks",
          "POST /api/webhooks",
          "DELETE /api/webhooks/{webhook}",
          "GET /api/schedules",
          "POST /api/schedules",
          "DELETE /api/schedules/{schedule}",
          "POST /api/hooks/{forge}",
          "GET /api/docs");

  private static void addWhatIsNotBuilt(RoutesConfig routes) {
    for (var route : NOT_BUILT) {
      var space = route.indexOf(' ');
      var method = HandlerType.findOrCreate(route.substring(0, space));
      routes.addHttpHandler(method, route.substring(space + 1), Routes::notAvailable);
    }
  }

  private static void notAvailable(Context ctx) {
    throw new RefusedException(
        RefusedException.Code.NOT_AVAILABLE, "this version of Drydock does not do that yet");
  }
}
