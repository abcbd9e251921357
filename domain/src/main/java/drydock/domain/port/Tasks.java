package drydock.domain.port;

import drydock.domain.Actor;
import drydock.domain.task.Attempt;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tasks, as their logs tell them. Thread safe.
public interface Tasks {
  /// Stores a new task with its queued attempts and its first event, in one transaction.
  void create(Task task);

  Optional<Task> find(TaskId id);

  /// Adds an attempt, queued, with its first event, in one transaction.
  ///
  /// @return none if there is no such task, or one of its attempts has not ended
  Optional<Attempt> again(TaskId id, Actor actor, Instant at);

  /// Newest first.
  Page list(Filter filter);

  /// Removes the task with its log, shares and messages, and the kept answers that name it. Its
  /// files are the caller's.
  ///
  /// @return false if there is no such task
  boolean delete(TaskId id);

  /// @param states none = all
  /// @param repo a part of the source's URL or upload id
  /// @param text a part of the prompt
  /// @param cursor what an earlier [Page#next] said
  /// @param limit from 1 to 200
  record Filter(
      Set<State> states,
      Optional<String> repo,
      Optional<String> text,
      Optional<String> cursor,
      int limit) {
    public Filter {
      states = Set.copyOf(states);
    }
  }

  /// @param next the cursor of the following page, or none at the end
  record Page(List<Task> tasks, Optional<String> next) {
    public Page {
      tasks = List.copyOf(tasks);
    }
  }
}
