package drydock.server.routes;

import static drydock.server.edge.Entry.ADMIN;
import static drydock.server.edge.Entry.OPEN;
import static drydock.server.edge.Entry.PROBE;
import static drydock.server.edge.Entry.READ;
import static drydock.server.edge.Entry.WRITE;

import drydock.domain.RefusedException;
import drydock.domain.secret.Redactor;
import drydock.domain.secret.Secrets;
import drydock.engine.Workstation;
import drydock.engine.supply.Supplies;
import drydock.server.access.Access;
import drydock.server.edge.Addresses;
import drydock.server.edge.Entry;
import drydock.server.edge.Guard;
import drydock.server.edge.Idempotency;
import drydock.server.edge.Live;
import drydock.server.edge.SessionCookie;
import drydock.server.edge.Wire;
import drydock.server.routes.list.ListRoutes;
import drydock.server.routes.supply.ProviderRoutes;
import drydock.server.routes.supply.RepositoryRoutes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Every address of the server, in one list.
public final class Routes {
  private final TaskRoutes tasks;
  private final ListRoutes list;
  private final EventRoutes events;
  private final FileRoutes files;
  private final ShareRoutes shares;
  private final UploadRoutes uploads;
  private final SystemRoutes system;
  private final UsageRoutes usage;
  private final RuleRoutes rules;
  private final RepositoryRoutes repositories;
  private final ProviderRoutes providers;
  private final TokenRoutes tokens;
  private final LoginRoutes login;
  private final PageRoutes pages;

  /// @param scratch a folder for parts of requests while they arrive
  /// @param maxBytes the largest archive that is taken
  public record UploadLimits(Path scratch, long maxBytes) {}

  /// What the routes work with.
  ///
  /// @param web the folder of the web workstation as built
  public record Parts(
      Workstation workstation,
      Supplies supplies,
      Access access,
      Guard guard,
      SessionCookie cookie,
      Idempotency idempotency,
      Addresses addresses,
      Live live,
      UploadLimits limits,
      Path web,
      Secrets secrets,
      InstantSource clock) {}

  public Routes(Parts parts) {
    var wire = new Wire();
    var workstation = parts.workstation();
    var addresses = parts.addresses();
    var form = new TaskForm(workstation, wire, parts.limits());
    var patience = new TaskRoutes.Patience(new StateWatch(workstation), parts.live());
    tasks = new TaskRoutes(workstation, wire, addresses, parts.idempotency(), form, patience);
    list = new ListRoutes(workstation, wire, parts.live(), parts.guard());
    events = new EventRoutes(workstation, wire, parts.live(), parts.guard());
    files = new FileRoutes(workstation, wire, addresses);
    shares =
        new ShareRoutes(
            workstation,
            wire,
            addresses,
            parts.idempotency(),
            new SharedView(new Redactor(parts.secrets())));
    uploads = new UploadRoutes(workstation, wire, parts.limits().maxBytes());
    system = new SystemRoutes(workstation, wire, parts.live());
    usage = new UsageRoutes(workstation, wire, parts.clock());
    rules = new RuleRoutes(workstation, wire);
    repositories = new RepositoryRoutes(parts.supplies().repositories(), wire);
    providers = new ProviderRoutes(parts.supplies().models(), wire);
    tokens = new TokenRoutes(parts.access().named(), wire, parts.live());
    login = new LoginRoutes(parts.access(), parts.guard(), parts.cookie(), wire);
    pages =
        new PageRoutes(WebApp.in(parts.web()), SharedPage.in(parts.web()), new WebFiles(), shares);
  }

  /// An address: who may come in, and what is done.
  public record Route(HandlerType method, String path, Entry entry, Handler handler) {}

  public void addTo(RoutesConfig config, Guard guard) {
    for (var route : table()) {
      config.addHttpHandler(
          route.method(),
          route.path(),
          ctx -> {
            guard.admit(ctx, route.entry());
            route.handler().handle(ctx);
          });
    }
  }

  /// The whole server. Who may come in is said here and nowhere else.
  public List<Route> table() {
    return Stream.of(
            tasks(), results(), supplies(), shares(), tokens(), system(), pages(), whatIsNotBuilt())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> tasks() {
    return List.of(
        get("/api/tasks", READ, tasks::list),
        post("/api/tasks", WRITE, tasks::create),
        post("/task", WRITE, tasks::create),
        get("/api/task-counts", READ, list::counts),
        get("/api/task-changes", READ, list::changes),
        get("/api/tasks/{id}", READ, tasks::show),
        get("/task/{id}", READ, tasks::show),
        delete("/api/tasks/{id}", WRITE, tasks::delete),
        get("/api/tasks/{id}/events", READ, events::events),
        post("/api/tasks/{id}/messages", WRITE, tasks::say),
        post("/api/tasks/{id}/approvals/{approval}", WRITE, tasks::decide),
        post("/api/tasks/{id}/archive", WRITE, tasks::archive),
        delete("/api/tasks/{id}/archive", WRITE, tasks::unarchive),
        post("/api/tasks/{id}/cancel", WRITE, tasks::cancel),
        post("/api/tasks/{id}/retry", WRITE, tasks::retry),
        post("/api/tasks/{id}/continue", WRITE, tasks::goOn),
        post("/api/uploads", WRITE, uploads::upload),
        get("/api/rules", READ, rules::list),
        delete("/api/rules/{rule}", WRITE, rules::remove));
  }

  private List<Route> results() {
    return List.of(
        get("/api/tasks/{id}/diff.patch", READ, files::patch),
        get("/api/tasks/{id}/diff.json", READ, files::diff),
        get("/api/tasks/{id}/tree.zip", READ, files::tree),
        get("/api/tasks/{id}/blob", READ, files::blob),
        get("/api/tasks/{id}/logs.zip", READ, files::logs),
        get("/api/tasks/{id}/files", READ, files::list),
        get("/logs/{id}/<file>", READ, files::file));
  }

  private List<Route> supplies() {
    return List.of(
        get("/api/repos", READ, repositories::list),
        post("/api/repos", WRITE, repositories::add),
        delete("/api/repos/{repo}", WRITE, repositories::forget),
        get("/api/repos/{repo}/branches", READ, repositories::branchesOf),
        get("/api/branches", WRITE, repositories::branches),
        get("/api/providers", ADMIN, providers::list),
        put("/api/providers/{provider}", ADMIN, providers::set),
        delete("/api/providers/{provider}", ADMIN, providers::remove),
        put("/api/models/default", ADMIN, providers::use),
        delete("/api/models/default", ADMIN, providers::useNone),
        post("/api/models/try", WRITE, providers::tryModel));
  }

  private List<Route> shares() {
    return List.of(
        get("/api/tasks/{id}/shares", READ, shares::list),
        post("/api/tasks/{id}/shares", WRITE, shares::create),
        delete("/api/shares/{share}", WRITE, shares::revoke),
        get("/s/{token}", OPEN, pages::shared),
        get("/s/{token}/task.json", OPEN, shares::task),
        get("/s/{token}/{file}", OPEN, shares::file));
  }

  private List<Route> tokens() {
    return List.of(
        get("/api/tokens", ADMIN, tokens::list),
        post("/api/tokens", ADMIN, tokens::create),
        delete("/api/tokens/{token}", ADMIN, tokens::revoke));
  }

  private List<Route> system() {
    return List.of(
        get("/api/models", READ, system::models),
        get("/api/agents", READ, system::agents),
        get("/api/system", READ, system::system),
        get("/api/isolation", ADMIN, system::isolation),
        get("/api/usage", READ, usage::usage),
        post("/api/gc", ADMIN, system::clean),
        get("/api/openapi.yaml", READ, pages.web()::openApi),
        get("/metrics", READ, system::metrics),
        get("/healthz", PROBE, system::alive),
        get("/readyz", PROBE, system::ready),
        get("/api/caller", READ, login::caller),
        post("/api/login", OPEN, login::login),
        post("/api/logout", READ, login::logout));
  }

  private List<Route> pages() {
    return List.of(
        get("/", OPEN, pages.app()::index),
        get("/tasks", OPEN, pages.app()::index),
        get("/tasks/{id}", OPEN, pages.app()::index),
        get("/settings", OPEN, pages.app()::index),
        get("/settings/{part}", OPEN, pages.app()::index),
        get("/api/docs", OPEN, pages.app()::index),
        get("/assets/{name}", OPEN, pages.app()::asset),
        get("/favicon.ico", OPEN, pages.web()::icon));
  }

  /// What the contract names and nothing does yet.
  private static List<Route> whatIsNotBuilt() {
    return List.of(
        post("/api/tasks/{id}/fork", WRITE, Routes::notAvailable),
        post("/api/tasks/{id}/rebase", WRITE, Routes::notAvailable),
        post("/api/tasks/{id}/select", WRITE, Routes::notAvailable),
        post("/api/tasks/{id}/pull-request", WRITE, Routes::notAvailable),
        get("/api/repos/{repo}/environment", ADMIN, Routes::notAvailable),
        put("/api/repos/{repo}/environment", ADMIN, Routes::notAvailable),
        post("/api/repos/{repo}/environment/try", ADMIN, Routes::notAvailable),
        get("/api/webhooks", ADMIN, Routes::notAvailable),
        post("/api/webhooks", ADMIN, Routes::notAvailable),
        delete("/api/webhooks/{webhook}", ADMIN, Routes::notAvailable),
        get("/api/schedules", READ, Routes::notAvailable),
        post("/api/schedules", WRITE, Routes::notAvailable),
        delete("/api/schedules/{schedule}", WRITE, Routes::notAvailable),
        post("/api/hooks/{forge}", WRITE, Routes::notAvailable));
  }

  private static Route get(String path, Entry entry, Handler handler) {
    return new Route(HandlerType.GET, path, entry, handler);
  }

  private static Route post(String path, Entry entry, Handler handler) {
    return new Route(HandlerType.POST, path, entry, handler);
  }

  private static Route put(String path, Entry entry, Handler handler) {
    return new Route(HandlerType.PUT, path, entry, handler);
  }

  private static Route delete(String path, Entry entry, Handler handler) {
    return new Route(HandlerType.DELETE, path, entry, handler);
  }

  private static void notAvailable(Context ctx) {
    throw new RefusedException(
        RefusedException.Code.NOT_AVAILABLE, "this version of Drydock does not do that yet");
  }
}
