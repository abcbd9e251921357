package drydock.server;

import drydock.domain.Actor;
import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.event.AttemptFold;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.isolation.IsolationReport;
import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.port.Ledger;
import drydock.domain.port.Rules;
import drydock.domain.port.Shares;
import drydock.domain.port.Tasks;
import drydock.domain.port.Uploads;
import drydock.domain.task.Attempt;
import drydock.domain.task.AttemptId;
import drydock.domain.task.Outcome;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.engine.Allowance;
import drydock.engine.Decision;
import drydock.engine.Draft;
import drydock.engine.TaskFiles;
import drydock.engine.Workstation;
import drydock.engine.keep.Removed;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A workstation that keeps everything in memory and runs nothing: its tests say what happens, and
/// the domain's own fold says what that makes of a task.
final class MemoryWorkstation implements Workstation {
  private final InstantSource clock;
  private final Supplier<TaskId> ids;
  private final MemoryFiles files;
  private final MemoryRules rules = new MemoryRules();
  private final Map<TaskId, Task> tasks = new TreeMap<>();
  private final Map<TaskId, List<Event>> logs = new TreeMap<>();
  private final Map<String, Uploads.Upload> uploads = new TreeMap<>();
  private final Map<String, Shares.Share> shares = new TreeMap<>();
  private final Map<TaskId, Integer> waits = new TreeMap<>();
  private boolean ready = true;
  private int creations;
  private long happenings;
  private int away;
  private Runnable afterNextLook = () -> {};

  MemoryWorkstation(InstantSource clock, MemoryFiles files) {
    this.clock = clock;
    this.ids = TaskId.source(clock);
    this.files = files;
  }

  /// Logs what happened to the first attempt, and wakes who waits.
  synchronized void happens(TaskId id, EventBody... bodies) {
    happens(id, Actor.SYSTEM, bodies);
  }

  private void happens(TaskId id, Actor actor, EventBody... bodies) {
    for (var body : bodies) {
      var task = task(id);
      var attempt = task.attempts().getLast();
      var log = log(id);
      var event = new Event(log.size() + 1, attempt.id(), clock.instant(), actor, body);
      log.add(event);
      var attempts = new ArrayList<>(task.attempts());
      attempts.set(attempts.size() - 1, AttemptFold.apply(attempt, event));
      tasks.put(
          id,
          new Task(
              id,
              task.actor(),
              task.createdAt(),
              MemoryList.archived(task, event),
              task.request(),
              List.copyOf(attempts)));
    }
    happenings++;
    notifyAll();
  }

  synchronized void moves(TaskId id, State to) {
    var from = task(id).attempts().getLast().state();
    happens(id, new EventBody.StateChanged(from, to, Optional.empty()));
  }

  synchronized void becomesUnready() {
    ready = false;
  }

  /// As if the database were away for so many questions about events.
  synchronized void isAwayFor(int questions) {
    away = questions;
  }

  private void answers() {
    if (away > 0) {
      away--;
      throw new AwayException();
    }
  }

  synchronized int creations() {
    return creations;
  }

  @Override
  public synchronized Task create(Actor actor, Draft draft) {
    creations++;
    var request = MemoryDrafts.checked(draft, uploads.keySet());
    var id = ids.get();
    var attempt = Attempt.queued(new AttemptId(id, 1), clock.instant());
    tasks.put(
        id, new Task(id, actor, clock.instant(), Optional.empty(), request, List.of(attempt)));
    happens(id, actor, new EventBody.TaskCreated(request));
    return task(id);
  }

  synchronized List<Event> log(TaskId id) {
    task(id);
    return logs.computeIfAbsent(id, _ -> new ArrayList<>());
  }

  @Override
  public synchronized Task task(TaskId id) {
    var task =
        Optional.ofNullable(tasks.get(id))
            .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no task " + id));
    var then = afterNextLook;
    afterNextLook = () -> {};
    then.run();
    return task;
  }

  /// Happens right after somebody has looked at a task, and before they look again.
  synchronized void afterNextLook(Runnable what) {
    afterNextLook = what;
  }

  @Override
  public synchronized Tasks.Page list(Tasks.Filter filter, Optional<String> cursor, int limit) {
    return MemoryList.page(filter, cursor, limit, new TreeMap<>(tasks).descendingMap().values());
  }

  @Override
  public synchronized Tasks.Counts counts(Tasks.Filter filter) {
    return MemoryList.counts(filter, tasks.values());
  }

  @Override
  public Tasks.Watch watch() {
    return new MemoryList.Watch(this, () -> happenings);
  }

  @Override
  public synchronized Task archive(Actor actor, TaskId id, boolean away) {
    var task = task(id);
    if (away && !task.state().isEnded()) {
      throw new RefusedException(Code.CONFLICT, "the task has not ended: cancel it first");
    }
    if (away != task.archivedAt().isPresent()) {
      happens(id, actor, away ? new EventBody.Archived() : new EventBody.Unarchived());
    }
    return task(id);
  }

  @Override
  public Optional<Wait> wait(Task task) {
    return task.state() == State.QUEUED
        ? Optional.of(new Wait(1, "all places are taken"))
        : Optional.empty();
  }

  @Override
  public synchronized void say(
      Actor actor, TaskId id, OptionalInt attempt, String text, List<String> attachments) {
    var state = task(id).state();
    happens(id, actor, new EventBody.UserSaid(text, attachments));
    if (state.isEnded()) {
      moves(id, State.QUEUED);
    }
  }

  @Override
  public synchronized void cancel(Actor actor, TaskId id) {
    if (!task(id).state().isEnded()) {
      happens(
          id, actor, new EventBody.CancelRequested(), new EventBody.Ended(new Outcome.Canceled()));
    }
  }

  @Override
  public synchronized Task decide(Actor actor, TaskId id, String approval, Decision decision) {
    var asked = task(id).leading().approvals();
    if (!asked.waits() || !approval.equals("1-1")) {
      var code = asked.asked() > 0 && approval.equals("1-1") ? Code.CONFLICT : Code.NOT_FOUND;
      throw new RefusedException(code, approval + " is not open");
    }
    var remembered = decision.remember();
    happens(
        id,
        actor,
        new EventBody.ApprovalAnswered(approval, decision.allow(), remembered, Optional.empty()));
    return task(id);
  }

  @Override
  public Rules rules() {
    return rules;
  }

  @Override
  public synchronized Task retry(Actor actor, TaskId id) {
    var task = task(id);
    if (!task.state().isEnded()) {
      throw new RefusedException(Code.CONFLICT, "the task has not ended: cancel it first");
    }
    var attempts = new ArrayList<>(task.attempts());
    attempts.add(Attempt.queued(new AttemptId(id, attempts.size() + 1), clock.instant()));
    tasks.put(
        id,
        new Task(id, task.actor(), task.createdAt(), Optional.empty(), task.request(), attempts));
    happens(
        id, actor, new EventBody.StateChanged(State.QUEUED, State.QUEUED, Optional.of("a retry")));
    return task(id);
  }

  @Override
  public synchronized Task goOn(Actor actor, TaskId id, Allowance more) {
    var attempt = task(id).leading();
    if (attempt.state() != State.FAILED) {
      throw new RefusedException(Code.CONFLICT, "no limit stopped the task");
    }
    var budget =
        new Budget(
            more.usd(), more.tokens(), more.calls(), more.time().orElse(Duration.ofHours(1)));
    happens(id, actor, new EventBody.BudgetRaised(budget, Optional.empty()));
    moves(id, State.QUEUED);
    return task(id);
  }

  @Override
  public synchronized void delete(Actor actor, TaskId id) {
    task(id);
    tasks.remove(id);
    logs.remove(id);
    notifyAll();
  }

  @Override
  public synchronized long lastEvent(TaskId id) {
    return log(id).size();
  }

  @Override
  public synchronized List<Event> events(TaskId id, long after, int limit, Duration atMost)
      throws InterruptedException {
    answers();
    var until = System.nanoTime() + atMost.toNanos();
    while (true) {
      var news = log(id).stream().skip(after).limit(limit).toList();
      var left = (until - System.nanoTime()) / 1_000_000;
      if (!news.isEmpty() || left <= 0) {
        return news;
      }
      waits.merge(id, 1, Integer::sum);
      notifyAll();
      wait(left);
    }
  }

  /// Returns when somebody has begun to wait for this task's events that many times.
  synchronized void awaitWaits(TaskId id, int times) throws InterruptedException {
    while (waits.getOrDefault(id, 0) < times) {
      wait(10_000);
    }
  }

  @Override
  public Uploads.Upload upload(InputStream bytes, String name) {
    var upload = MemoryUpload.of(bytes, name, clock.instant());
    synchronized (this) {
      uploads.put(upload.id(), upload);
    }
    return upload;
  }

  @Override
  public TaskFiles files() {
    return files;
  }

  @Override
  public synchronized NewShare share(
      Actor actor, TaskId id, Duration expiresIn, Set<Shares.Part> include) {
    task(id);
    var token = "t" + shares.size() + "abcdefghijklmnopqrstuvwxyz";
    var now = clock.instant();
    var share =
        new Shares.Share("s_" + shares.size(), id, token, now, now.plus(expiresIn), include);
    shares.put(share.id(), share);
    return new NewShare(share, token);
  }

  @Override
  public synchronized Optional<Shares.Share> openShare(String token) {
    return shares.values().stream()
        .filter(share -> share.tokenHash().equals(token))
        .filter(share -> clock.instant().isBefore(share.expiresAt()))
        .findFirst();
  }

  @Override
  public synchronized List<Shares.Share> shares(TaskId id) {
    task(id);
    return shares.values().stream().filter(share -> share.task().equals(id)).toList();
  }

  @Override
  public synchronized void revokeShare(Actor actor, String idOrToken) {
    if (!shares
        .values()
        .removeIf(s -> s.id().equals(idOrToken) || s.tokenHash().equals(idOrToken))) {
      throw new RefusedException(Code.NOT_FOUND, "there is no such share");
    }
  }

  @Override
  public List<ModelSpec> models() {
    return MemoryDrafts.models();
  }

  @Override
  public List<String> agents() {
    return List.of("drydock");
  }

  @Override
  public List<Removed> clean(boolean looking) {
    return List.of(new Removed(Removed.Kind.CHECKOUT, "checkouts/a.git/b", 12));
  }

  @Override
  public synchronized Health health() {
    return MemoryHealth.of(ready);
  }

  @Override
  public List<Ledger.Spent> spent(Ledger.Question question) {
    return List.of(
        new Ledger.Spent(
            Optional.of(question.from()),
            Optional.of("ada"),
            question.by().contains(Ledger.By.REPOSITORY) ? Optional.of("") : Optional.empty(),
            Optional.of(ModelName.parse("openai/m")),
            new Usage(3, new Tokens(100, 10, 7), new BigDecimal("0.25"))));
  }

  @Override
  public IsolationReport isolation(boolean fresh) {
    var row = new Row("tcp", "connects to a public address", new Verdict.Blocked("no way"));
    return new IsolationReport(
        clock.instant(),
        Duration.ofSeconds(fresh ? 2 : 1),
        List.of(new IsolationReport.PhaseRows("setup", List.of(row))));
  }
}
