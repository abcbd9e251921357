package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Actor;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiledJournalTest {
  private static final AttemptId ID = new AttemptId(new TaskId("20260517_3k9x0q7hzt"), 1);

  @TempDir private Path root;
  private final Memory memory = new Memory();

  @Test
  void the_file_has_every_event_once_whoever_wrote_it_and_by_whatever_way() throws IOException {
    append(memory, 1); // as a task is created: past the file
    var filed = filed();
    append(filed, 2);
    append(memory, 700); // another server
    append(filed, 1);
    append(filed, 3);
    assertThat(numbers()).isEqualTo(upTo(707));

    append(filed(), 1); // a new life, which knows nothing of the file
    assertThat(numbers()).isEqualTo(upTo(708));
  }

  @Test
  void a_line_that_was_cut_is_mended() throws IOException {
    append(filed(), 3);
    Files.writeString(file(), "1\n2");

    append(filed(), 1);

    assertThat(numbers()).isEqualTo(upTo(4));
  }

  @Test
  void many_writers_at_once_leave_it_whole_and_in_order() throws IOException {
    var filed = filed();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 200; i++) {
        threads.execute(() -> append(filed, 2));
      }
    }
    assertThat(numbers()).isEqualTo(upTo(400));
  }

  @Test
  void a_file_that_cannot_be_written_stops_nobody() throws IOException {
    Files.writeString(root.resolve("logs"), "not a folder");
    append(filed(), 1);
    assertThat(memory.read(ID.task(), 0, 10)).hasSize(1);
  }

  private FiledJournal filed() {
    return new FiledJournal(memory, new Home(root), new Numbers(), new Alone());
  }

  private static void append(Journal to, int count) {
    var bodies = LongStream.range(0, count).<EventBody>mapToObj(n -> new EventBody.Noted("n"));
    to.append(ID, Actor.SYSTEM, Optional.empty(), bodies.toList());
  }

  private Path file() {
    return new Home(root).logs(ID.task()).resolve("events.jsonl");
  }

  private List<String> numbers() throws IOException {
    return Files.readAllLines(file());
  }

  private static List<String> upTo(long last) {
    return LongStream.rangeClosed(1, last).mapToObj(Long::toString).toList();
  }

  /// Nobody is in a transaction here.
  private static final class Alone implements Transaction {
    @Override
    public <T> T in(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void afterwards(Runnable step) {
      step.run();
    }

    @Override
    public void lastly(Runnable step) {
      step.run();
    }
  }

  private static final class Memory implements Journal {
    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized List<Event> append(
        AttemptId attempt, Actor actor, Optional<Lease> lease, List<EventBody> bodies) {
      var from = events.size();
      bodies.forEach(
          body -> events.add(new Event(events.size() + 1, attempt, Instant.EPOCH, actor, body)));
      return List.copyOf(events.subList(from, events.size()));
    }

    @Override
    public synchronized Optional<Instant> latest(AttemptId attempt) {
      return Optional.of(Instant.EPOCH).filter(_ -> !events.isEmpty());
    }

    @Override
    public synchronized long last(TaskId task) {
      return events.size();
    }

    @Override
    public synchronized List<Event> read(TaskId task, long after, int limit) {
      return events.stream().skip(after).limit(limit).toList();
    }

    @Override
    public List<Event> await(TaskId task, long after, int limit, Duration atMost) {
      return read(task, after, limit);
    }
  }

  /// An event as its number.
  private static final class Numbers implements JsonCodec {
    @Override
    public String write(Object value) {
      return String.valueOf(((Event) value).number());
    }

    @Override
    public <T> T read(String json, Class<T> type) {
      throw new UnsupportedOperationException();
    }
  }
}
