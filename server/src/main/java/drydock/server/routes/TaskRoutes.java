package drydock.server.routes;

import drydock.api.MessageCreate;
import drydock.api.TaskContinue;
import drydock.api.TaskCreate;
import drydock.api.TaskList;
import drydock.api.TaskShown;
import drydock.api.approval.ApprovalAnswer;
import drydock.api.approval.Remember;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.engine.Decision;
import drydock.engine.Workstation;
import drydock.server.edge.Addresses;
import drydock.server.edge.Guard;
import drydock.server.edge.Idempotency;
import drydock.server.edge.Idempotency.Created;
import drydock.server.edge.Live;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import drydock.server.routes.list.ListRoutes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `/api/tasks`, and its short form `/task`.
final class TaskRoutes {
  private static final int MAX_WAIT_SECONDS = 60;

  private final Workstation workstation;
  private final Wire wire;
  private final Addresses addresses;
  private final Idempotency idempotency;
  private final TaskForm form;
  private final Patience patience;

  /// How a request waits for a change of state.
  record Patience(StateWatch watch, Live live) {}

  TaskRoutes(
      Workstation workstation,
      Wire wire,
      Addresses addresses,
      Idempotency idempotency,
      TaskForm form,
      Patience patience) {
    this.workstation = workstation;
    this.wire = wire;
    this.addresses = addresses;
    this.idempotency = idempotency;
    this.form = form;
    this.patience = patience;
  }

  void create(Context ctx) throws IOException {
    var asked = ctx.isMultipartFormData() ? form.read(ctx) : wire.read(ctx, TaskCreate.class);
    var draft = Drafts.of(asked);
    idempotency.answer(ctx, asked, () -> created(ctx, workstation.create(Guard.actor(ctx), draft)));
  }

  void list(Context ctx) {
    var page =
        workstation.list(
            ListRoutes.filter(ctx),
            Query.text(ctx, "cursor"),
            (int) Query.number(ctx, "limit", 50, 1, 200));
    var tasks = page.tasks().stream().map(task -> shown(ctx, task)).toList();
    wire.answer(ctx, 200, new TaskList(tasks, page.next()));
  }

  void show(Context ctx) {
    var id = Query.taskId(ctx);
    // More than the most is not refused: a client that would wait longer simply asks again.
    var wait = Math.min(Query.number(ctx, "wait", 0, 0, Integer.MAX_VALUE), MAX_WAIT_SECONDS);
    wire.answer(ctx, 200, shown(ctx, wait == 0 ? workstation.task(id) : later(ctx, id, wait)));
  }

  private Task later(Context ctx, TaskId id, long seconds) {
    try {
      return patience
          .live()
          .whileOpen(
              Guard.caller(ctx), () -> patience.watch().await(id, Duration.ofSeconds(seconds)));
    } catch (InterruptedException _) {
      // The server stops: who still wants to wait asks the next one.
      return workstation.task(id);
    }
  }

  void delete(Context ctx) {
    workstation.delete(Guard.actor(ctx), Query.taskId(ctx));
    ctx.status(204);
  }

  void say(Context ctx) throws IOException {
    var id = Query.taskId(ctx);
    var said = wire.read(ctx, MessageCreate.class);
    idempotency.answer(
        ctx,
        said,
        () -> {
          var attachments = said.attachments().orElse(List.of());
          workstation.say(Guard.actor(ctx), id, said.attempt(), said.text(), attachments);
          return created(ctx, workstation.task(id));
        });
  }

  void archive(Context ctx) {
    var task = workstation.archive(Guard.actor(ctx), Query.taskId(ctx), true);
    wire.answer(ctx, 200, shown(ctx, task));
  }

  void unarchive(Context ctx) {
    var task = workstation.archive(Guard.actor(ctx), Query.taskId(ctx), false);
    wire.answer(ctx, 200, shown(ctx, task));
  }

  void cancel(Context ctx) {
    var id = Query.taskId(ctx);
    workstation.cancel(Guard.actor(ctx), id);
    wire.answer(ctx, 202, shown(ctx, workstation.task(id)));
  }

  void retry(Context ctx) {
    var id = Query.taskId(ctx);
    idempotency.answer(ctx, id, () -> created(ctx, workstation.retry(Guard.actor(ctx), id)));
  }

  void goOn(Context ctx) throws IOException {
    var id = Query.taskId(ctx);
    var asked = wire.read(ctx, TaskContinue.class);
    var more = Drafts.allowance(asked.budget());
    idempotency.answer(
        ctx, asked, () -> created(ctx, workstation.goOn(Guard.actor(ctx), id, more)));
  }

  void decide(Context ctx) throws IOException {
    var id = Query.taskId(ctx);
    var approval = ctx.pathParam("approval");
    var asked = wire.read(ctx, ApprovalAnswer.class);
    var decision =
        new Decision(
            asked.decision() == ApprovalAnswer.Choice.ALLOW,
            asked.remember().equals(Optional.of(Remember.REPOSITORY)));
    idempotency.answer(
        ctx,
        asked,
        () -> created(ctx, workstation.decide(Guard.actor(ctx), id, approval, decision)));
  }

  private Created created(Context ctx, Task task) {
    return new Created(202, "/api/tasks/" + task.id(), shown(ctx, task));
  }

  private TaskShown shown(Context ctx, Task task) {
    return TaskView.of(task, workstation.wait(task), path -> addresses.of(ctx, path));
  }
}
