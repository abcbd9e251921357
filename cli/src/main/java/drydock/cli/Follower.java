package drydock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.cli.read.ServerSentEvents;
import drydock.cli.show.Report;
import drydock.cli.show.Screen;
import drydock.cli.show.Transcripts;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/// Follows a task live until it has ended. A stream that breaks is taken up where it broke; only a
/// server that stays away for [#PATIENCE] is given up.
final class Follower {
  private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Server server;
  private final Screen screen;
  private final Transcripts transcripts = new Transcripts();
  private long seen;

  Follower(Server server, Screen screen) {
    this.server = server;
    this.screen = screen;
  }

  static boolean hasEnded(JsonNode task) {
    return ENDED.contains(task.path("state").asText());
  }

  /// Shows what happened so far and what happens next.
  ///
  /// @return the ended task
  JsonNode follow(String id) {
    var failingSince = 0L;
    while (true) {
      var before = seen;
      try {
        if (untilEnd(id)) {
          // The stream may have ended before the last events.
          replay(id);
          return server.get("/api/tasks/" + id);
        }
        failingSince = 0;
      } catch (IOException | CliException e) {
        if (e instanceof CliException said && said.exitCode() != ExitCode.NO_SERVER) {
          throw said;
        }
        failingSince = failingSince == 0 || seen > before ? System.nanoTime() : failingSince;
        if (System.nanoTime() - failingSince > PATIENCE.toNanos()) {
          throw new CliException(
              ExitCode.NO_SERVER, "the server went away; look again: ./drydock logs -f " + id);
        }
      }
      pause();
    }
  }

  /// What the agent said last, which was shown already.
  String lastWords() {
    return transcripts.lastWords();
  }

  /// Shows what happened so far.
  void replay(String id) {
    var page = server.get("/api/tasks/" + id + "/events?after=" + seen);
    while (!page.path("events").isEmpty()) {
      page.path("events").forEach(this::show);
      page = server.get("/api/tasks/" + id + "/events?after=" + seen);
    }
  }

  /// @return false if the stream ended before the task
  private boolean untilEnd(String id) throws IOException {
    try (var events = new ServerSentEvents(server.events(id, seen))) {
      for (var data = events.next(); data != null; data = events.next()) {
        var event = server.parse(data);
        show(event);
        if (event.path("type").asText().equals("approval_asked")) {
          screen.print(Report.answering(server.get("/api/tasks/" + id)));
        }
        // With several attempts, the end of one is not the end of the task.
        if (event.path("type").asText().equals("ended")
            && hasEnded(server.get("/api/tasks/" + id))) {
          return true;
        }
      }
    }
    return hasEnded(server.get("/api/tasks/" + id));
  }

  private void show(JsonNode event) {
    var number = event.path("number").asLong();
    if (number > seen) {
      seen = number;
      screen.print(transcripts.lines(event));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.TASK_FAILED, "interrupted");
    }
  }
}
