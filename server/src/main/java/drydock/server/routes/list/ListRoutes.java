package drydock.server.routes.list;

import drydock.api.TaskCounts;
import drydock.domain.port.Tasks;
import drydock.engine.Workstation;
import drydock.server.access.Caller;
import drydock.server.edge.EventStream;
import drydock.server.edge.Guard;
import drydock.server.edge.Live;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/// `/api/task-counts` and `/api/task-changes`.
public final class ListRoutes {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// A change may be missed together with the process that was to tell of it: then this is how late
  /// a list is.
  private static final Duration AT_LEAST = Duration.ofMinutes(1);

  /// Changes that come faster are one.
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);

  private final Workstation workstation;
  private final Wire wire;
  private final Live live;
  private final Guard guard;

  public ListRoutes(Workstation workstation, Wire wire, Live live, Guard guard) {
    this.workstation = workstation;
    this.wire = wire;
    this.live = live;
    this.guard = guard;
  }

  /// The filter of this address.
  public static Tasks.Filter filter(Context ctx) {
    return new Tasks.Filter(
        Query.states(ctx),
        Query.text(ctx, "repo"),
        Query.text(ctx, "q"),
        Query.text(ctx, "actor"),
        Query.text(ctx, "model"),
        Query.flag(ctx, "archived"));
  }

  public void counts(Context ctx) {
    wire.answer(ctx, 200, TaskCounts.of(workstation.counts(filter(ctx))));
  }

  /// A stream for whoever takes one; others are answered at the next change, or when they would
  /// wait no longer.
  public void changes(Context ctx) {
    var wait = Duration.ofSeconds(Query.number(ctx, "wait", 0, 0, 60));
    var caller = Guard.caller(ctx);
    var streams =
        Optional.ofNullable(ctx.header("Accept")).orElse("").contains("text/event-stream");
    try {
      live.whileOpen(
          caller,
          () -> {
            try (var watch = workstation.watch()) {
              if (streams) {
                tell(watch, caller, EventStream.open(ctx.res()));
              } else {
                watch.await(wait);
                ctx.status(204);
              }
              return true;
            }
          });
    } catch (EventStream.GoneException | InterruptedException _) {
      // Nobody listens any more, or we stop: a client that still wants it asks again.
    }
  }

  /// Says so at once too: what happened before is not told, so that a list is to be read after
  /// that.
  private void tell(Tasks.Watch watch, Caller caller, EventStream out) throws InterruptedException {
    var told = System.nanoTime();
    out.write(CHANGED);
    while (true) {
      var changed = watch.await(HEARTBEAT);
      if (!out.patiently(() -> guard.isStill(caller))) {
        return;
      }
      if (changed || System.nanoTime() - told > AT_LEAST.toNanos()) {
        out.write(CHANGED);
        told = System.nanoTime();
        Thread.sleep(AT_MOST_EVERY);
      } else {
        out.beat();
      }
    }
  }

  private static final String CHANGED = "event: changed\ndata: {}\n\n";
}
