package drydock.store;

import static drydock.store.Samples.AGENT;
import static drydock.store.Samples.first;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import drydock.domain.port.Inbox.Letter;
import drydock.domain.port.Inbox.Message;
import drydock.domain.port.Lease;
import drydock.domain.task.Task;
import drydock.store.postgres.Database;
import drydock.store.postgres.Processes;
import drydock.store.postgres.TestFolders;
import drydock.store.postgres.Unpacked;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The database's processes are killed under those who use it: they wait and go on.
@Tag("integration")
@ExtendWith(Unpacked.Parameter.class)
class OutageTest {
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int WRITERS = 4;
  private static final int WRITTEN = 200;

  private final Path programs;
  private Path parent;
  private Path data;
  private Database database;
  private Store store;
  private Task task;

  OutageTest(Unpacked unpacked) {
    this.programs = unpacked.programs();
  }

  @BeforeEach
  void open() throws IOException {
    parent = TestFolders.create();
    data = parent.resolve("db/data");
    database = Database.embedded(parent.resolve("db"), programs);
    store = new Store(database, new JacksonCodec(), InstantSource.system());
    task = Samples.task(Samples.NOON, WRITERS);
    store.tasks().create(task);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    TestFolders.delete(parent);
  }

  @Test
  void writers_and_readers_go_on_when_the_server_is_killed() throws Exception {
    goOnThrough(() -> Processes.killServer(data));
  }

  @Test
  void writers_and_readers_go_on_when_a_part_of_the_server_is_killed() throws Exception {
    goOnThrough(() -> Processes.killPart(data));
  }

  @Test
  void a_message_outlives_the_server_and_comes_once() throws Exception {
    var said = new Message.Say("Go on", List.of());
    store.inbox().post(first(task), said);
    Processes.killServer(data);

    var letters = store.inbox().await(first(task), Set.of(), Duration.ZERO);
    assertThat(letters).extracting(Letter::message).containsExactly(said);
    store.inbox().done(first(task), List.of(letters.getFirst().id()));
    assertThat(store.inbox().await(first(task), Set.of(), Duration.ZERO)).isEmpty();
  }

  private void goOnThrough(Callable<Long> kill) throws Exception {
    var halfWay = new CountDownLatch(WRITERS * WRITTEN / 4);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          IntStream.rangeClosed(1, WRITERS)
              .mapToObj(n -> threads.submit(() -> write(leased(n), halfWay)))
              .toList();
      var reader = threads.submit(this::readAll);
      halfWay.await();
      for (var round = 0; round < 2; round++) {
        kill.call();
        store.tasks().find(task.id());
      }
      for (var n = 1; n <= WRITERS; n++) {
        assertThat(writers.get(n - 1).get()).isEqualTo(texts(n, reader.get()));
      }
      assertThat(reader.get())
          .extracting(Event::number)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, 1 + WRITERS * WRITTEN).boxed().toList());
    }
  }

  private Lease leased(int number) {
    return store.queue().acquire(task.attempt(number).id(), "here", FAR).orElseThrow();
  }

  /// @return what was written, in order
  private List<EventBody> write(Lease lease, CountDownLatch written) {
    var all = new ArrayList<EventBody>();
    for (var i = 0; i < WRITTEN; i++) {
      var body = new EventBody.AgentSaid("piece " + i);
      store.journal().append(lease.attempt(), AGENT, Optional.of(lease), List.of(body));
      all.add(body);
      written.countDown();
    }
    return all;
  }

  private List<Event> readAll() throws InterruptedException {
    var all = new ArrayList<Event>();
    while (all.size() < 1 + WRITERS * WRITTEN) {
      var after = all.isEmpty() ? 0 : all.getLast().number();
      var news = store.journal().await(task.id(), after, 100, LONG);
      if (news.isEmpty()) {
        return all;
      }
      all.addAll(news);
    }
    return all;
  }

  private static List<EventBody> texts(int attempt, List<Event> events) {
    return events.stream()
        .filter(event -> event.attempt().number() == attempt)
        .map(Event::body)
        .filter(EventBody.AgentSaid.class::isInstance)
        .toList();
  }
}
