package drydock.server.routes;

import drydock.api.EventPage;
import drydock.api.EventShown;
import drydock.domain.RefusedException;
import drydock.domain.event.Event;
import drydock.domain.task.TaskId;
import drydock.engine.Workstation;
import drydock.server.access.Caller;
import drydock.server.edge.EventStream;
import drydock.server.edge.Guard;
import drydock.server.edge.Live;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A task's log: live as `text/event-stream`, or in pages as JSON.
///
/// The stream of a task that has ended closes after an event named `end`; asked for again from
/// there on, the answer is 204, by which a browser's `EventSource` stops (HTML standard, 9.2.3).
/// With `?follow=true` it stays open, for the task's next turn.
final class EventRoutes {
  private static final int BATCH = 200;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Workstation workstation;
  private final Wire wire;
  private final Live live;
  private final Guard guard;

  EventRoutes(Workstation workstation, Wire wire, Live live, Guard guard) {
    this.workstation = workstation;
    this.wire = wire;
    this.live = live;
    this.guard = guard;
  }

  /// What is asked is checked whole, also what only the other form of the answer needs.
  private record Asked(TaskId task, long after, long before, int limit, boolean follow) {
    static Asked of(Context ctx) {
      return new Asked(
          Query.taskId(ctx),
          after(ctx),
          before(ctx),
          (int) Query.number(ctx, "limit", BATCH, 1, 1000),
          Query.flag(ctx, "follow"));
    }

    /// 0 if it was not asked for.
    private static long before(Context ctx) {
      return Query.number(ctx, "before", 0, 1, Long.MAX_VALUE);
    }

    private static long after(Context ctx) {
      var last = ctx.header("Last-Event-ID");
      var asked = Query.number(ctx, "after", 0, 0, Long.MAX_VALUE);
      return last == null ? asked : Query.number("Last-Event-ID", last, 0, Long.MAX_VALUE);
    }
  }

  void events(Context ctx) throws InterruptedException {
    var asked = Asked.of(ctx);
    workstation.task(asked.task());
    var accept = Optional.ofNullable(ctx.header("Accept")).orElse("*/*");
    if (accept.contains("application/json") && !accept.contains("text/event-stream")) {
      page(ctx, asked);
    } else {
      stream(ctx, asked);
    }
  }

  private void page(Context ctx, Asked asked) throws InterruptedException {
    wire.answer(ctx, 200, asked.before() > 0 ? pageBefore(asked) : pageAfter(asked));
  }

  private EventPage pageAfter(Asked asked) throws InterruptedException {
    var last = workstation.lastEvent(asked.task());
    var events = read(asked.task(), asked.after(), asked.limit());
    var isFull = events.size() == asked.limit();
    var next = Optional.of(events).filter(_ -> isFull).map(full -> full.getLast().number());
    return new EventPage(shown(events), next, Optional.empty(), last);
  }

  /// Numbers have no gaps, so that the page before a number is known by it.
  private EventPage pageBefore(Asked asked) throws InterruptedException {
    var last = workstation.lastEvent(asked.task());
    var end = Math.min(asked.before() - 1, last);
    var after = Math.max(asked.after(), end - asked.limit());
    var events = end > after ? read(asked.task(), after, (int) (end - after)) : List.<Event>of();
    var previous = Optional.of(after + 1).filter(_ -> after > asked.after());
    return new EventPage(shown(events), Optional.empty(), previous, last);
  }

  private List<Event> read(TaskId task, long after, int limit) throws InterruptedException {
    return workstation.events(task, after, limit, Duration.ZERO);
  }

  private static List<EventShown> shown(List<Event> events) {
    return events.stream().map(EventShown::of).toList();
  }

  private void stream(Context ctx, Asked asked) throws InterruptedException {
    if (!asked.follow() && asked.after() > 0 && isOver(asked.task(), asked.after())) {
      ctx.status(204);
      return;
    }
    var caller = Guard.caller(ctx);
    try {
      live.whileOpen(
          caller,
          () -> {
            send(asked, caller, EventStream.open(ctx.res()));
            return true;
          });
    } catch (EventStream.GoneException | InterruptedException _) {
      // Nobody listens any more, or we stop: a client that still wants it asks again.
    }
  }

  private void send(Asked asked, Caller caller, EventStream out) throws InterruptedException {
    var id = asked.task();
    var after = asked.after();
    var patience = Duration.ZERO;
    try {
      while (true) {
        var seen = after;
        var atMost = patience;
        var batch = out.patiently(() -> workstation.events(id, seen, BATCH, atMost));
        if (!out.patiently(() -> guard.isStill(caller))) {
          return;
        }
        if (!batch.isEmpty()) {
          after = batch.getLast().number();
          out.write(text(batch));
          patience = Duration.ZERO;
        } else if (!asked.follow() && out.patiently(() -> isOver(id, seen))) {
          out.write("event: end\ndata: {}\n\n");
          return;
        } else {
          if (patience.isPositive()) {
            out.beat();
          }
          patience = HEARTBEAT;
        }
      }
    } catch (RefusedException e) {
      if (e.code() != RefusedException.Code.NOT_FOUND) {
        throw e;
      }
      out.write("event: gone\ndata: {}\n\n");
    }
  }

  /// The state is read first: what it tells was logged before, and so is not missed by the look
  /// into the log.
  private boolean isOver(TaskId id, long after) throws InterruptedException {
    return workstation.task(id).state().isEnded()
        && workstation.events(id, after, 1, Duration.ZERO).isEmpty();
  }

  private String text(List<Event> events) {
    var text = new StringBuilder();
    for (var event : events) {
      text.append("id: ").append(event.number()).append('\n');
      text.append("data: ").append(wire.write(EventShown.of(event))).append("\n\n");
    }
    return text.toString();
  }
}
