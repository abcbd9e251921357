package drydock.engine;

import drydock.domain.Actor;
import drydock.domain.NamedLocks;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.JsonCodec;
import drydock.domain.port.Lease;
import drydock.domain.port.Transaction;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import drydock.engine.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A journal that shows each task's log in a file as well, `events.jsonl`, for people and plain
/// tools: every event in the API's form, on a line of its own. The journal is the truth: the file
/// is written anew from it when it is not known to end where it should, so a full disk or a killed
/// server leave no gap for long, and stop nothing. Thread safe.
public final class FiledJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(FiledJournal.class);
  private static final String NAME = "events.jsonl";
  private static final int PAGE = 500;
  private static final int KNOWN = 1_000;

  private final Journal journal;
  private final Home home;
  private final JsonCodec json;
  private final Transaction transaction;
  private final NamedLocks locks = new NamedLocks();

  /// The last number in a task's file, of the tasks written to lately.
  private final Map<TaskId, Long> ends = Collections.synchronizedMap(new Lately());

  private static final class Lately extends LinkedHashMap<TaskId, Long> {
    private static final long serialVersionUID = 1L;

    Lately() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<TaskId, Long> eldest) {
      return size() > KNOWN;
    }
  }

  /// @param transaction what is appended in it is filed after it
  public FiledJournal(Journal journal, Home home, JsonCodec json, Transaction transaction) {
    this.transaction = transaction;
    this.journal = journal;
    this.home = home;
    this.json = json;
  }

  @Override
  public List<Event> append(
      AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies) {
    var events = journal.append(attempt, actor, lease, bodies);
    if (!events.isEmpty()) {
      transaction.afterwards(() -> file(attempt.task(), events));
    }
    return events;
  }

  @Override
  public Optional<Instant> latest(AttemptId attempt) {
    return journal.latest(attempt);
  }

  @Override
  public long last(TaskId task) {
    return journal.last(task);
  }

  @Override
  public List<Event> read(TaskId task, long after, int limit) {
    return journal.read(task, after, limit);
  }

  @Override
  public List<Event> await(TaskId task, long after, int limit, Duration atMost)
      throws InterruptedException {
    return journal.await(task, after, limit, atMost);
  }

  private void file(TaskId task, List<Event> events) {
    try (var _ = locks.lock(task.value())) {
      var end = ends.remove(task);
      if (end == null) {
        ends.put(task, writeAnew(task));
      } else if (end < events.getLast().number()) {
        ends.put(task, end + 1 == events.getFirst().number() ? add(events) : catchUp(task, end));
      } else {
        ends.put(task, end);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cannot write {} of {}: {}", NAME, task, e.toString());
    }
  }

  private long add(List<Event> events) throws IOException {
    var last = events.getLast();
    try (var out =
        Files.newBufferedWriter(path(last.attempt().task()), StandardOpenOption.APPEND)) {
      write(out, events);
    }
    return last.number();
  }

  /// Another wrote to the log between.
  private long catchUp(TaskId task, long end) throws IOException {
    try (var out = Files.newBufferedWriter(path(task), StandardOpenOption.APPEND)) {
      return copy(task, end, out);
    }
  }

  private long writeAnew(TaskId task) throws IOException {
    var file = path(task);
    Files.createDirectories(file.getParent());
    var beside = file.resolveSibling(NAME + ".new");
    long end;
    try (var out = Files.newBufferedWriter(beside)) {
      end = copy(task, 0, out);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return end;
  }

  /// @return the number of the last event that is in the file now
  private long copy(TaskId task, long after, Writer out) throws IOException {
    var end = after;
    for (var page = journal.read(task, end, PAGE);
        !page.isEmpty();
        page = journal.read(task, end, PAGE)) {
      write(out, page);
      end = page.getLast().number();
    }
    return end;
  }

  private void write(Writer out, List<Event> events) throws IOException {
    for (var event : events) {
      out.write(json.write(event));
      out.write('\n');
    }
  }

  private Path path(TaskId task) {
    return home.logs(task).resolve(NAME);
  }
}
