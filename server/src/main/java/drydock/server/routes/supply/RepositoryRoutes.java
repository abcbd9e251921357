package drydock.server.routes.supply;

import drydock.api.repository.BranchList;
import drydock.api.repository.RepositoryCreate;
import drydock.api.repository.RepositoryList;
import drydock.api.repository.RepositoryShown;
import drydock.domain.port.Repositories.Branches;
import drydock.engine.supply.KnownRepositories;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;

/// `/api/repos` and `/api/branches`.
public record RepositoryRoutes(KnownRepositories repositories, Wire wire) {
  public void list(Context ctx) {
    var limit = (int) Query.number(ctx, "limit", 50, 1, 200);
    var page = repositories.list(limit, Query.text(ctx, "cursor"));
    var shown = page.repositories().stream().map(RepositoryShown::of).toList();
    wire.answer(ctx, 200, new RepositoryList(shown, page.next()));
  }

  public void add(Context ctx) throws IOException {
    var added = repositories.add(wire.read(ctx, RepositoryCreate.class).url());
    ctx.header("Location", "/api/repos/" + added.id());
    wire.answer(ctx, 201, RepositoryShown.of(added));
  }

  public void forget(Context ctx) {
    repositories.forget(ctx.pathParam("repo"));
    ctx.status(204);
  }

  public void branchesOf(Context ctx) {
    wire.answer(ctx, 200, shown(repositories.branchesOf(ctx.pathParam("repo"))));
  }

  public void branches(Context ctx) {
    var url = Query.text(ctx, "url").orElseThrow(() -> Query.bad("say which repository: ?url=..."));
    wire.answer(ctx, 200, shown(repositories.branches(url)));
  }

  private static BranchList shown(Branches listed) {
    return new BranchList(listed.head(), listed.names(), listed.more());
  }
}
