package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.ShareList;
import drydock.api.ShareShown;
import drydock.api.SharedTask;
import drydock.domain.event.EventBody;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharesTest {
  private static final List<String> ALL_FILES =
      List.of(
          "setup.log",
          "agent.log",
          "check.log",
          "prompt.txt",
          "llm_response.txt",
          "gateway.jsonl",
          "events.jsonl",
          "output/report.html");

  private TestServer server;
  private TaskId task;

  @BeforeAll
  void start() {
    server = new TestServer();
    task = server.task("work");
    server.workstation.happens(task, new EventBody.Explained("# Done"));
    server.files.patch(new AttemptId(task, 1), "diff --git a/a b/a\n");
    ALL_FILES.forEach(name -> server.files.put(new AttemptId(task, 1), name, name));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void a_link_shows_the_result_to_anyone_and_by_default_nothing_more() {
    var link = share("{}");
    assertThat(open(link, "").statusCode()).isEqualTo(200);
    var seen = server.read(open(link, "/task.json"), SharedTask.class);
    assertThat(seen.result().explanation()).contains("# Done");
    assertThat(seen.files()).containsExactly("explanation.md", "diff.patch");
    assertThat(open(link, "/explanation.md").body()).isEqualTo("# Done");
    assertThat(open(link, "/diff.patch").body()).isEqualTo("diff --git a/a b/a\n");
    assertThat(ALL_FILES)
        .allSatisfy(
            name -> assertThat(open(link, "/" + name).statusCode()).as(name).isEqualTo(404));
  }

  @Test
  void what_was_included_is_shown_and_nothing_else() {
    var link = share("{\"include\":[\"logs\"]}");
    var seen = server.read(open(link, "/task.json"), SharedTask.class);
    assertThat(seen.files())
        .containsExactly("explanation.md", "diff.patch", "agent.log", "check.log", "setup.log");
    assertThat(open(link, "/agent.log").body()).isEqualTo("agent.log");
    assertThat(open(link, "/prompt.txt").statusCode()).isEqualTo(404);
    var prompts = share("{\"include\":[\"prompts\"]}");
    assertThat(open(prompts, "/prompt.txt").body()).isEqualTo("prompt.txt");
    assertThat(open(prompts, "/gateway.jsonl").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_secret_is_not_shared_and_stays_as_it_is_for_those_who_may() {
    var shape = "ghp" + "_0123456789abcdefghijklmnopqrstuvwxyz";
    var text = "token %s, password=hunter2, own %s\n".formatted(shape, TestServer.TOKEN);
    var redacted = "token ***, password=***, own ***\n";
    var secretive = server.task("Use " + shape);
    var attempt = new AttemptId(secretive, 1);
    server.workstation.happens(secretive, new EventBody.Explained(text));
    server.files.patch(attempt, "+" + text);
    List.of("setup.log", "prompt.txt").forEach(name -> server.files.put(attempt, name, text));
    var link = share(secretive, "{\"include\":[\"logs\",\"prompts\"]}");

    var seen = server.read(open(link, "/task.json"), SharedTask.class);
    assertThat(seen.prompt()).isEqualTo("Use ***");
    assertThat(seen.result().explanation()).contains(redacted);
    assertThat(open(link, "/explanation.md").body()).isEqualTo(redacted);
    assertThat(open(link, "/setup.log").body()).isEqualTo(redacted);
    assertThat(open(link, "/prompt.txt").body()).isEqualTo(redacted);
    // Of code, only what is certainly a secret: `password = ask()` is none.
    assertThat(open(link, "/diff.patch").body())
        .isEqualTo("+token ***, password=hunter2, own ***\n");
    assertThat(server.get("/logs/" + secretive + "/setup.log").body()).isEqualTo(text);
  }

  /// Chats show it to all who read along, so it is as redacted as the page, and no markup.
  @Test
  void a_link_has_a_preview_that_says_no_more_than_its_page() {
    var shape = "ghp" + "_0123456789abcdefghijklmnopqrstuvwxyz";
    var link = share(server.task("\n# Say \"<b>\" & \u202e" + shape + "\nand more"), "{}");

    var page = open(link, "");

    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains(
            "<title>Say &quot;&lt;b&gt;&quot; &amp;  *** · Drydock</title>",
            "<meta property=\"og:title\" content=\"Say &quot;&lt;b&gt;&quot; &amp;  ***\">",
            "<meta property=\"og:description\" content=\"Running\">",
            "/assets/app-1f.js")
        .doesNotContain(shape, "and more", "drydock:link");
  }

  @Test
  void an_expired_link_is_not_there() {
    var link = share("{\"expiresIn\":\"PT1H\"}");
    server.clock.advance(Duration.ofHours(1));
    isNotThere(link);
  }

  @Test
  void a_revoked_link_is_not_there() {
    var link = share("{}");
    assertThat(server.delete("/api/shares/" + link.id()).statusCode()).isEqualTo(204);
    isNotThere(link);
  }

  @Test
  void the_address_is_told_once() {
    var link = share("{}");
    var listed = server.read(server.get("/api/tasks/" + task + "/shares"), ShareList.class);
    assertThat(listed.shares()).extracting(ShareShown::id).contains(link.id());
    assertThat(listed.shares()).allSatisfy(share -> assertThat(share.url()).isEmpty());
  }

  private void isNotThere(ShareShown link) {
    var page = open(link, "");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("<title>Not here · Drydock</title>", "content=\"gone\"", "/assets/app-1f.js");
    assertThat(open(link, "/task.json").statusCode()).isEqualTo(404);
    assertThat(open(link, "/diff.patch").statusCode()).isEqualTo(404);
  }

  private ShareShown share(String body) {
    return share(task, body);
  }

  private ShareShown share(TaskId shared, String body) {
    var response = server.post("/api/tasks/" + shared + "/shares", body);
    assertThat(response.statusCode()).isEqualTo(201);
    return server.read(response, ShareShown.class);
  }

  private HttpResponse<String> open(ShareShown link, String file) {
    return server.send(server.bare(link.url().orElseThrow().getPath() + file).GET());
  }
}
