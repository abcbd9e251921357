package drydock.server.routes;

import drydock.api.system.AgentList;
import drydock.api.system.Cleaned;
import drydock.api.system.IsolationShown;
import drydock.api.system.ModelList;
import drydock.api.system.SystemShown;
import drydock.engine.Workstation;
import drydock.engine.Workstation.Health;
import drydock.server.edge.Live;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.util.Map;

/// What can be used, and how the server is.
final class SystemRoutes {
  private final Workstation workstation;
  private final Wire wire;
  private final Live live;

  SystemRoutes(Workstation workstation, Wire wire, Live live) {
    this.workstation = workstation;
    this.wire = wire;
    this.live = live;
  }

  void models(Context ctx) {
    wire.answer(ctx, 200, new ModelList(workstation.models()));
  }

  void agents(Context ctx) {
    var agents = workstation.agents().stream().map(AgentList.AgentShown::new).toList();
    wire.answer(ctx, 200, new AgentList(agents));
  }

  void system(Context ctx) {
    var health = workstation.health();
    var parts =
        health.parts().stream()
            .map(part -> new SystemShown.Part(part.name(), part.healthy(), part.detail()))
            .toList();
    wire.answer(
        ctx,
        200,
        new SystemShown(
            health.ready(),
            health.version(),
            health.running(),
            health.capacity(),
            health.queued(),
            health.oldest(),
            parts,
            disk(health.disk())));
  }

  private static SystemShown.Disk disk(Health.Disk disk) {
    return new SystemShown.Disk(
        disk.free(),
        disk.total(),
        disk.floor(),
        disk.caches(),
        disk.used()
            .map(used ->
                new SystemShown.Used(
                    used.at(),
                    used.took(),
                    used.parts().stream()
                        .map(part ->
                            new SystemShown.Kind(
                                Query.wireName(part.kind()), part.bytes(), part.entries()))
                        .toList())));
  }

  void isolation(Context ctx) throws InterruptedException {
    wire.answer(ctx, 200, IsolationShown.of(workstation.isolation(Query.flag(ctx, "fresh"))));
  }

  void clean(Context ctx) {
    var looking = Query.flag(ctx, "dryRun");
    var removed =
        workstation.clean(looking).stream()
            .map(r -> new Cleaned.Item(Query.wireName(r.kind()), r.name(), r.bytes()))
            .toList();
    wire.answer(ctx, 200, new Cleaned(looking, removed));
  }

  void alive(Context ctx) {
    wire.answer(ctx, 200, Map.of("alive", true));
  }

  void ready(Context ctx) {
    var ready = workstation.health().ready();
    wire.answer(ctx, ready ? 200 : 503, Map.of("ready", ready));
  }

  void metrics(Context ctx) {
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
        .result(Metrics.text(workstation.health(), live.size()));
  }
}
