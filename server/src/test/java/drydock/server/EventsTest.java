package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.EventPage;
import drydock.api.EventShown;
import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.task.Outcome;
import drydock.domain.task.Phase;
import drydock.domain.task.State;
import drydock.domain.task.TaskId;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
  private static final Streams.Piece CHANGED = new Streams.Piece("", "changed", "{}");
  private static final Streams.Piece END = new Streams.Piece("", "end", "{}");

  private TestServer server;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void what_happens_comes_as_it_happens() {
    var id = server.task("work");
    try (var stream = open(id, "")) {
      assertThat(stream.next().id()).isEqualTo("1");
      server.workstation.happens(id, new EventBody.AgentSaid("hello\nworld"));
      assertThat(stream.next())
          .isEqualTo(
              new Streams.Piece(
                  "2",
                  "message",
                  "{\"number\":2,\"attempt\":1,\"at\":\"2026-05-17T10:00:00Z\","
                      + "\"actor\":{\"kind\":\"system\",\"name\":\"drydock\"},"
                      + "\"type\":\"agent_said\",\"text\":\"hello\\nworld\"}"));
    }
  }

  @Test
  void who_follows_the_list_is_told_at_once_and_when_something_changes() {
    try (var stream =
        new Streams(server.as("/api/task-changes").header("Accept", "text/event-stream"))) {
      assertThat(stream.next()).isEqualTo(CHANGED);
      server.task("work");
      assertThat(stream.next()).isEqualTo(CHANGED);
    }
  }

  @Test
  void a_stream_ends_after_the_task_and_is_not_begun_again() {
    var id = server.task("work");
    ends(id);
    try (var stream = open(id, "")) {
      assertThat(stream.rest()).hasSize(3).last().isEqualTo(END);
    }
    try (var again = open(id, "?after=2")) {
      assertThat(again.status()).isEqualTo(204);
    }
  }

  @Test
  void a_stream_that_follows_goes_on_with_the_next_turn() {
    var id = server.task("work");
    ends(id);
    try (var stream = open(id, "?follow=true&after=2")) {
      server.post("/api/tasks/" + id + "/messages", "{\"text\":\"and now?\"}");
      assertThat(stream.next(2)).extracting(Streams.Piece::id).containsExactly("3", "4");
    }
  }

  @Test
  void a_stream_waits_for_a_database_that_is_away() throws InterruptedException {
    var id = server.task("work");
    try (var stream = open(id, "?after=1")) {
      server.workstation.awaitWaits(id, 1);
      server.workstation.isAwayFor(1);
      server.workstation.moves(id, State.PREPARING);
      ends(id);
      assertThat(stream.next(2)).extracting(Streams.Piece::id).containsExactly("2", "3");
      assertThat(stream.rest()).containsExactly(END);
    }
  }

  @Test
  void a_stream_tells_that_its_task_was_deleted() {
    var id = server.task("work");
    try (var stream = open(id, "?after=1")) {
      server.delete("/api/tasks/" + id);
      assertThat(stream.rest()).containsExactly(new Streams.Piece("", "gone", "{}"));
    }
  }

  /// The client breaks off and comes back a few times while events come in without pause.
  @Test
  void a_resumed_stream_has_neither_gaps_nor_doubles() throws InterruptedException {
    var id = server.task("work");
    var writer =
        Thread.startVirtualThread(() -> {
          IntStream.range(0, 2000)
              .forEach(i -> server.workstation.happens(id, new EventBody.AgentSaid("" + i)));
          server.workstation.happens(id, new EventBody.Ended(new Outcome.Canceled()));
        });
    var seen = new ArrayList<Long>();
    for (var last = "0"; seen.isEmpty() || seen.getLast() < 2002; last = "" + seen.getLast()) {
      var request = server.as("/api/tasks/" + id + "/events").header("Last-Event-ID", last);
      try (var stream = new Streams(request)) {
        for (var piece = stream.next();
            !piece.equals(Streams.END) && !piece.equals(END);
            piece = stream.next()) {
          seen.add(Long.parseLong(piece.id()));
          if (seen.size() % 300 == 0) {
            break;
          }
        }
      }
    }
    writer.join();
    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 2002).boxed().toList());
  }

  @Test
  void as_json_the_log_comes_in_pages() {
    var id = server.task("work");
    server.workstation.happens(id, new EventBody.Noted("a"), new EventBody.Noted("b"));
    var first = page(id, "?limit=2");
    var second = page(id, "?limit=2&after=" + first.next().orElseThrow());
    assertThat(first.events()).extracting(EventShown::number).containsExactly(1L, 2L);
    assertThat(first.events().getFirst().actor()).isEqualTo(Actor.user("operator"));
    assertThat(second.events())
        .extracting(EventShown::body)
        .isEqualTo(List.of(new EventBody.Noted("b")));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void pages_go_back_from_the_end() {
    var id = server.task("work");
    IntStream.rangeClosed(2, 6)
        .forEach(i -> server.workstation.happens(id, new EventBody.Noted("note " + i)));
    var last = page(id, "?limit=4&before=" + Long.MAX_VALUE);
    assertThat(last.events()).extracting(EventShown::number).containsExactly(3L, 4L, 5L, 6L);
    assertThat(List.of(last.last(), last.previous().orElseThrow())).isEqualTo(List.of(6L, 3L));
    var first = page(id, "?limit=4&before=3");
    assertThat(first.events()).extracting(EventShown::number).containsExactly(1L, 2L);
    assertThat(first.previous()).isEmpty();
    assertThat(first.last()).isEqualTo(6);
    assertThat(page(id, "?before=1").events()).isEmpty();
    var between = page(id, "?before=5&after=1");
    assertThat(between.events()).extracting(EventShown::number).containsExactly(2L, 3L, 4L);
    assertThat(between.previous()).isEmpty();
    assertThat(page(id, "?before=3&after=5").events()).isEmpty();
  }

  /// It asks for a log of some megabytes and reads nothing of it.
  @Test
  void a_client_that_does_not_read_holds_nobody_up() throws IOException {
    var id = server.task("work");
    var text = "x".repeat(10_000);
    IntStream.range(0, 1000)
        .forEach(i -> server.workstation.happens(id, new EventBody.OutputWritten(Phase.RUN, text)));
    ends(id);
    var address = server.server.address();
    try (var slow = new Socket(address.getHost(), address.getPort())) {
      slow.setReceiveBufferSize(4096);
      var request =
          "GET /api/tasks/%s/events HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(id, address.getAuthority(), TestServer.TOKEN);
      slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (var other = open(id, "")) {
        assertThat(other.rest()).hasSize(1003);
      }
    }
  }

  @Test
  void a_server_that_stops_does_not_wait_for_streams() {
    var own = new TestServer();
    var id = own.task("work");
    try (var stream = new Streams(own.as("/api/tasks/" + id + "/events?after=0"))) {
      stream.next();
      own.close();
      assertThat(stream.rest()).isEmpty();
    }
  }

  private EventPage page(TaskId id, String query) {
    var request =
        server.as("/api/tasks/" + id + "/events" + query).header("Accept", "application/json");
    return server.read(server.send(request.GET()), EventPage.class);
  }

  private Streams open(TaskId id, String query) {
    return new Streams(server.as("/api/tasks/" + id + "/events" + query));
  }

  private void ends(TaskId id) {
    server.workstation.happens(id, new EventBody.Ended(new Outcome.Canceled()));
    assertThat(server.workstation.task(id).state()).isEqualTo(State.CANCELED);
  }
}
