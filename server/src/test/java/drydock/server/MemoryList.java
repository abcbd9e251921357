package drydock.server;

import drydock.api.Json;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Tasks;
import drydock.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// What lists show of tasks in memory.
final class MemoryList {
  private MemoryList() {}

  private static boolean fits(Tasks.Filter filter, Task task) {
    var request = task.request();
    return filter.text().map(request.prompt()::contains).orElse(true)
        && filter.repo().map(request.source().toString()::contains).orElse(true)
        && filter.actor().map(task.actor().name()::equals).orElse(true)
        && filter.model().map(request.model().toString()::equals).orElse(true);
  }

  /// The cursor is the number of tasks to leave out, as our own JSON: anything else is damage.
  static Tasks.Page page(
      Tasks.Filter filter, Optional<String> cursor, int limit, Collection<Task> newestFirst) {
    var skip = cursor.map(text -> new Json().read(text, Integer.class)).orElse(0);
    var found =
        newestFirst.stream()
            .filter(t -> filter.states().isEmpty() || filter.states().contains(t.state()))
            .filter(t -> filter.archived() == t.archivedAt().isPresent())
            .filter(t -> fits(filter, t))
            .skip(skip)
            .limit(limit + 1L)
            .toList();
    var isLast = found.size() <= limit;
    return new Tasks.Page(
        isLast ? found : found.subList(0, limit),
        isLast ? Optional.empty() : Optional.of(Integer.toString(skip + limit)));
  }

  static Tasks.Counts counts(Tasks.Filter filter, Collection<Task> tasks) {
    var fitting = tasks.stream().filter(t -> fits(filter, t)).toList();
    return new Tasks.Counts(
        fitting.stream()
            .filter(t -> t.archivedAt().isEmpty())
            .collect(Collectors.groupingBy(Task::state, Collectors.counting())),
        fitting.stream().filter(t -> t.archivedAt().isPresent()).count());
  }

  static Optional<Instant> archived(Task task, Event event) {
    return switch (event.body()) {
      case EventBody.Archived() -> Optional.of(event.at());
      case EventBody.Unarchived(), EventBody.StateChanged _ -> Optional.empty();
      default -> task.archivedAt();
    };
  }

  /// Hears of what happens in a workstation, whose lock guards the number of happenings.
  static final class Watch implements Tasks.Watch {
    private final Object lock;
    private final LongSupplier happenings;
    private long seen;

    Watch(Object lock, LongSupplier happenings) {
      this.lock = lock;
      this.happenings = happenings;
      synchronized (lock) {
        this.seen = happenings.getAsLong();
      }
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
      synchronized (lock) {
        var until = System.nanoTime() + atMost.toNanos();
        for (var left = atMost.toMillis(); seen == happenings.getAsLong() && left > 0; ) {
          lock.wait(left);
          left = (until - System.nanoTime()) / 1_000_000;
        }
        var news = seen != happenings.getAsLong();
        seen = happenings.getAsLong();
        return news;
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
