package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.isolation.IsolationReport;
import drydock.domain.model.ModelSpec;
import drydock.domain.port.Inbox;
import drydock.domain.port.Journal;
import drydock.domain.port.Ledger;
import drydock.domain.port.Rules;
import drydock.domain.port.Shares;
import drydock.domain.port.Tasks;
import drydock.domain.port.Transaction;
import drydock.domain.port.Uploads;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.engine.home.BackupLock;
import drydock.engine.home.Home;
import drydock.engine.isolation.Isolation;
import drydock.engine.keep.Housekeeping;
import drydock.engine.keep.Removed;
import drydock.engine.runner.Trees;
import drydock.engine.scheduler.Scheduler;
import drydock.sandbox.Folders;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The use cases. Each is one transaction that ends in events. Thread safe.
public final class Desk implements Workstation {
  private static final long MAX_UPLOAD = 1L << 30;
  private static final Duration STOPPING = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Ports ports;
  private final Place place;
  private final Drafts drafts;
  private final UploadFolder uploads;
  private final ShareLinks shares;
  private final Offer offer;
  private final Continuation continuation;
  private final Decisions decisions;
  private final Waiting waiting;
  private final Archive archive;
  private final Removal removal;

  /// Where tasks and what belongs to them are kept.
  public record Ports(
      Tasks tasks,
      Journal journal,
      Inbox inbox,
      Uploads uploads,
      Shares shares,
      Ledger ledger,
      Rules rules,
      Transaction transaction) {}

  /// This machine.
  public record Place(
      Home home,
      Folders folders,
      Trees trees,
      Scheduler scheduler,
      InstantSource clock,
      BackupLock backups,
      Housekeeping housekeeping) {}

  /// What can be asked for, and how well the whole is.
  public record Offer(
      Drafts.Defaults defaults,
      Supplier<List<ModelSpec>> models,
      Supplier<Health> health,
      Isolation isolation,
      int capacity,
      Supplier<TaskId> ids) {}

  public Desk(Ports ports, Place place, Offer offer) {
    this.ports = ports;
    this.place = place;
    this.offer = offer;
    this.waiting =
        new Waiting(
            new QueueView(place.scheduler()::order, place.clock()),
            place.scheduler(),
            offer.capacity());
    this.archive = new Archive(ports.tasks(), ports.journal());
    this.drafts = new Drafts(offer.defaults(), ports.uploads());
    this.continuation = new Continuation(ports.inbox(), ports.journal(), drafts);
    this.decisions = new Decisions(ports.journal(), ports.inbox(), ports.rules(), place.clock());
    this.removal =
        new Removal(ports.tasks(), ports.uploads(), place.home(), place.folders(), place.trees());
    this.uploads =
        new UploadFolder(place.home(), ports.uploads(), place.clock(), MAX_UPLOAD, removal.using());
    this.shares = new ShareLinks(ports.shares(), ports.journal(), place.clock());
  }

  @Override
  public Task create(Actor actor, Draft draft) {
    return using(() -> created(actor, draft));
  }

  /// Who removes sees what was begun meanwhile: until it is kept, nothing goes.
  private <T> T using(Supplier<T> step) {
    removal.using().lock();
    try {
      return step.get();
    } finally {
      ports.transaction().lastly(removal.using()::unlock);
    }
  }

  private Task created(Actor actor, Draft draft) {
    var request = drafts.check(draft);
    var id = offer.ids().get();
    var now = place.clock().instant();
    var attempts =
        IntStream.rangeClosed(1, request.attempts())
            .mapToObj(n -> Attempt.queued(new AttemptId(id, n), now))
            .toList();
    var task = new Task(id, actor, now, Optional.empty(), request, attempts);
    ports.tasks().create(task);
    return task;
  }

  @Override
  public Task task(TaskId id) {
    return ports
        .tasks()
        .find(id)
        .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no task " + id));
  }

  @Override
  public Tasks.Page list(Tasks.Filter filter, Optional<String> cursor, int limit) {
    return ports.tasks().list(filter, cursor, limit);
  }

  @Override
  public Tasks.Counts counts(Tasks.Filter filter) {
    return ports.tasks().counts(filter);
  }

  @Override
  public Tasks.Watch watch() {
    return ports.tasks().watch();
  }

  @Override
  public Optional<Wait> wait(Task task) {
    return waiting.of(task);
  }

  @Override
  public Task archive(Actor actor, TaskId id, boolean away) {
    wholly(() -> archive.move(actor, task(id), away));
    return task(id);
  }

  @Override
  public void say(
      Actor actor, TaskId id, OptionalInt number, String text, List<String> attachments) {
    Drafts.words("message", text);
    var attempt = chosen(task(id), number);
    using(() -> attach(attempt.id(), drafts.attached(attachments)));
    wholly(() -> {
      append(attempt.id(), actor, new EventBody.UserSaid(text, attachments));
      ports.inbox().post(attempt.id(), new Inbox.Message.Say(text, attachments));
      // Nobody else writes to the task between the event and the commit: this is its state.
      var state = task(id).attempt(attempt.id().number()).state();
      if (state.isEnded()) {
        var why = Optional.of("the next turn was asked for");
        append(attempt.id(), actor, new EventBody.StateChanged(state, State.QUEUED, why));
      }
    });
  }

  private void wholly(Runnable steps) {
    ports
        .transaction()
        .in(() -> {
          steps.run();
          return true;
        });
  }

  /// An attempt that has no workspace yet gets its attachments when it has.
  private List<Uploads.Upload> attach(AttemptId attempt, List<Uploads.Upload> sent) {
    var workspace = place.home().workspace(attempt);
    for (var each : sent) {
      workspace.attach(place.home().upload(each.id()), each.id(), each.name(), place.folders());
    }
    return sent;
  }

  private static Attempt chosen(Task task, OptionalInt number) {
    if (number.isPresent()) {
      var n = number.getAsInt();
      if (n < 1 || n > task.attempts().size()) {
        throw new RefusedException(Code.NOT_FOUND, task.id() + " has no attempt " + n);
      }
      return task.attempt(n);
    }
    var open = task.attempts().stream().filter(a -> !a.state().isEnded()).toList();
    if (open.size() > 1) {
      throw new RefusedException(
          Code.BAD_REQUEST, "several attempts are open: say which with 'attempt'");
    }
    return open.isEmpty() ? task.attempts().getLast() : open.getFirst();
  }

  @Override
  public void cancel(Actor actor, TaskId id) {
    for (var attempt : task(id).attempts()) {
      if (!attempt.state().isEnded()) {
        wholly(() -> cancel(actor, attempt.id()));
      }
    }
  }

  /// A queued one ends at once; a running one is told, and ends by its runner.
  private void cancel(Actor actor, AttemptId id) {
    append(id, actor, new EventBody.CancelRequested());
    var attempt = task(id.task()).attempt(id.number());
    if (attempt.state() == State.QUEUED && !place.scheduler().holds(attempt.id())) {
      append(attempt.id(), actor, new EventBody.Ended(new Outcome.Canceled()));
    } else {
      ports.inbox().post(attempt.id(), new Inbox.Message.Cancel(actor.name(), attempt.turn()));
    }
  }

  @Override
  public Task decide(Actor actor, TaskId id, String approval, Decision decision) {
    wholly(() -> decisions.answer(actor, task(id), approval, decision));
    return task(id);
  }

  @Override
  public Rules rules() {
    return ports.rules();
  }

  @Override
  public Task retry(Actor actor, TaskId id) {
    task(id);
    return using(() -> ports.tasks().again(id, actor, place.clock().instant()))
        .map(_ -> task(id))
        .orElseThrow(() ->
            new RefusedException(
                Code.CONFLICT, id + " has not ended: cancel it first, or wait for its end"));
  }

  @Override
  public Task goOn(Actor actor, TaskId id, Allowance more) {
    return ports
        .transaction()
        .in(() ->
            using(() -> {
              continuation.of(actor, task(id), more);
              return task(id);
            }));
  }

  @Override
  public void delete(Actor actor, TaskId id) {
    try (var _ = removing()) {
      cancel(actor, id);
      awaitEnd(id);
      removal.of(task(id));
    }
  }

  @Override
  public List<Removed> clean(boolean looking) {
    return place.housekeeping().clean(removal.removing(), looking).orElseThrow(Desk::backupIsMade);
  }

  private BackupLock.Held removing() {
    return place.backups().removing().orElseThrow(Desk::backupIsMade);
  }

  private static RefusedException backupIsMade() {
    return new RefusedException(
        Code.CONFLICT,
        "a backup is being made, and nothing may go meanwhile: try again when it is done");
  }

  private void awaitEnd(TaskId id) {
    var end = place.clock().instant().plus(STOPPING);
    try {
      for (var after = 0L; !task(id).state().isEnded(); ) {
        refuseAfter(end);
        var events = ports.journal().await(id, after, 1000, Duration.ofSeconds(1));
        after = events.isEmpty() ? after : events.getLast().number();
      }
      // What has ended may still be put away.
      while (task(id).attempts().stream().anyMatch(a -> place.scheduler().holds(a.id()))) {
        refuseAfter(end);
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Code.CONFLICT, "the server stops: try again later");
    }
  }

  private void refuseAfter(Instant end) {
    if (place.clock().instant().isAfter(end)) {
      throw new RefusedException(Code.CONFLICT, "the task does not stop: try again in a moment");
    }
  }

  @Override
  public List<Event> events(TaskId id, long after, int limit, Duration atMost)
      throws InterruptedException {
    task(id);
    return ports.journal().await(id, after, limit, atMost);
  }

  @Override
  public long lastEvent(TaskId id) {
    return ports.journal().last(id);
  }

  @Override
  public Uploads.Upload upload(InputStream bytes, String name) {
    return uploads.take(bytes, name);
  }

  @Override
  public TaskFiles files() {
    return new LogFiles(place.home(), place.trees());
  }

  @Override
  public NewShare share(Actor actor, TaskId id, Duration expiresIn, Set<Shares.Part> include) {
    var task = task(id).id();
    return ports.transaction().in(() -> shares.add(actor, task, expiresIn, include));
  }

  @Override
  public Optional<Shares.Share> openShare(String token) {
    return shares.open(token);
  }

  @Override
  public List<Shares.Share> shares(TaskId id) {
    return shares.of(task(id).id());
  }

  @Override
  public void revokeShare(Actor actor, String idOrToken) {
    wholly(() -> shares.revoke(actor, idOrToken));
  }

  @Override
  public List<ModelSpec> models() {
    return offer.models().get();
  }

  @Override
  public List<String> agents() {
    return offer.defaults().agents().stream().sorted().toList();
  }

  @Override
  public List<Ledger.Spent> spent(Ledger.Question question) {
    return ports.ledger().spent(question);
  }

  @Override
  public Health health() {
    return offer.health().get();
  }

  @Override
  public IsolationReport isolation(boolean fresh) throws InterruptedException {
    return offer.isolation().report(fresh);
  }

  private void append(AttemptId attempt, Actor actor, EventBody body) {
    ports.journal().append(attempt, actor, Optional.empty(), List.of(body));
  }
}
