package drydock.domain.port;

import drydock.domain.Actor;
import drydock.domain.task.Attempt;
import drydock.domain.task.State;
import drydock.domain.task.Task;
import drydock.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  ///
  /// @param cursor what an earlier [Page#next] said
  /// @param limit from 1 to 200
  Page list(Filter filter, Optional<String> cursor, int limit);

  /// How many there are of those that fit, whatever states and shelf the filter names.
  Counts counts(Filter filter);

  /// Hears of changes from now on.
  Watch watch();

  /// Removes the task with its log, shares and messages, and the kept answers that name it. Its
  /// files are the caller's.
  ///
  /// @return false if there is no such task
  boolean delete(TaskId id);

  /// @param states none = all
  /// @param repo a part of the source's URL or upload id
  /// @param text a part of the prompt, the repository, the branch or who asked, or how the id
  ///   begins; in any case of letters
  /// @param actor who asked, by the whole name
  /// @param model `provider/model`, by the whole name
  /// @param archived only what was put away; else only what was not
  record Filter(
      Set<State> states,
      Optional<String> repo,
      Optional<String> text,
      Optional<String> actor,
      Optional<String> model,
      boolean archived) {
    public Filter {
      states = Set.copyOf(states);
    }

    /// Those in these states that were not put away.
    public static Filter of(Set<State> states) {
      return new Filter(
          states, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
  }

  /// @param byState of those that were not put away; a state that none is in is left out
  record Counts(Map<State, Long> byState, long archived) {
    public Counts {
      byState = Map.copyOf(byState);
    }

    public long of(State state) {
      return byState.getOrDefault(state, 0L);
    }
  }

  /// Somebody who looks at lists of tasks. Not thread safe.
  interface Watch extends AutoCloseable {
    /// Waits until something that a list shows may have changed since the last call, or the time is
    /// up. Interruptible.
    ///
    /// @return whether it may
    boolean await(Duration atMost) throws InterruptedException;

    @Override
    void close();
  }

  /// @param next the cursor of the following page, or none at the end
  record Page(List<Task> tasks, Optional<String> next) {
    public Page {
      tasks = List.copyOf(tasks);
    }
  }
}
