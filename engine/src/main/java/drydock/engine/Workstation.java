package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.isolation.IsolationReport;
import drydock.domain.model.ModelSpec;
import drydock.domain.port.Ledger;
import drydock.domain.port.Rules;
import drydock.domain.port.Shares;
import drydock.domain.port.Tasks;
import drydock.domain.port.Uploads;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import drydock.engine.keep.Removed;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Everything a person or program can ask of Drydock: what HTTP and any other edge call. Thread
/// safe.
///
/// Each throws [drydock.domain.RefusedException] when what is asked cannot be done as asked; an
/// unknown task is `NOT_FOUND`.
public interface Workstation {
  Task create(Actor actor, Draft draft);

  Task task(TaskId id);

  /// Newest first.
  ///
  /// @param cursor what an earlier page said
  /// @param limit from 1 to 200
  Tasks.Page list(Tasks.Filter filter, Optional<String> cursor, int limit);

  /// How many tasks fit, by state; what states and shelf the filter names is left aside.
  Tasks.Counts counts(Tasks.Filter filter);

  /// Hears of changes to what lists show; to be closed.
  Tasks.Watch watch();

  /// Why a queued task waits; none if it does not.
  Optional<Wait> wait(Task task);

  /// Steers a running attempt, or starts the next turn of an ended one (the task is queued again).
  ///
  /// @param attempt needed only when more than one is open
  void say(Actor actor, TaskId id, OptionalInt attempt, String text, List<String> attachments);

  /// Stops it and keeps the work done so far. Of an ended task: nothing happens.
  void cancel(Actor actor, TaskId id);

  /// Puts an ended task away, out of the list, or takes it back. Its files are kept as long as
  /// those of others.
  ///
  /// @param away false to take it back
  Task archive(Actor actor, TaskId id, boolean away);

  /// Answers what an agent asks.
  ///
  /// @param approval the id of an open one
  Task decide(Actor actor, TaskId id, String approval, Decision decision);

  /// Answers that hold for repositories.
  Rules rules();

  /// Runs an ended task anew, as the next attempt with the same inputs.
  Task retry(Actor actor, TaskId id);

  /// Goes on with a task that its time or budget stopped, from where it was.
  ///
  /// @param more beyond what it has used; what is not said, as much again as it had
  Task goOn(Actor actor, TaskId id, Allowance more);

  /// Removes the task with every file of it; a running one is canceled first.
  void delete(Actor actor, TaskId id);

  /// Events of the task above `after`; waits for at most this long until there is one.
  List<Event> events(TaskId id, long after, int limit, Duration atMost) throws InterruptedException;

  /// The number of the task's latest event.
  long lastEvent(TaskId id);

  /// Stores what somebody sends: an archive, or something to attach. The same bytes give the same
  /// id. Refuses what is empty or above the limit, and leaves nothing then. Whether it is a good
  /// archive is found when a task uses it as one.
  Uploads.Upload upload(InputStream bytes, String name);

  TaskFiles files();

  /// @return the share with its token, which is shown this once
  NewShare share(Actor actor, TaskId id, Duration expiresIn, Set<Shares.Part> include);

  Optional<Shares.Share> openShare(String token);

  List<Shares.Share> shares(TaskId id);

  /// @param idOrToken either names it
  void revokeShare(Actor actor, String idOrToken);

  /// Removes what nothing needs: work trees of tasks that ended long ago, and caches above their
  /// budget.
  ///
  /// @param looking to say what would go, and remove nothing
  List<Removed> clean(boolean looking);

  List<ModelSpec> models();

  List<String> agents();

  /// What was spent on models.
  List<Ledger.Spent> spent(Ledger.Question question);

  Health health();

  /// What sandboxes of this machine keep in, found by trying; kept after the first time.
  ///
  /// @param fresh tries again, which takes seconds
  IsolationReport isolation(boolean fresh) throws InterruptedException;

  /// @param position counts from 1 over the whole queue
  record Wait(int position, String reason) {}

  record NewShare(Shares.Share share, String token) {}

  /// @param running attempts that run on this node now
  /// @param capacity attempts that this node runs at once
  record Health(
      boolean ready, String version, int running, int capacity, int queued, List<Part> parts) {
    public Health {
      parts = List.copyOf(parts);
    }

    public record Part(String name, boolean healthy, String detail) {}
  }
}
