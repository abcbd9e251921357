package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.api.FileList;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesTest {
  private static final String PATCH = "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n+y\n";

  private TestServer server;
  private TaskId task;

  @BeforeAll
  void start() {
    server = new TestServer();
    task = server.task("work");
    server.files.put(new AttemptId(task, 1), "agent.log", "<script>alert(1)</script>\n");
    server.files.put(new AttemptId(task, 1), "output/a b/page.html", "<script>alert(1)</script>\n");
    server.post("/api/tasks/" + task + "/cancel");
    server.post("/api/tasks/" + task + "/retry");
    server.files.put(new AttemptId(task, 2), "agent.log", "again\n");
    server.files.patch(new AttemptId(task, 2), PATCH);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void the_patch_is_that_of_the_last_attempt_or_of_the_one_asked_for() {
    var last = server.get("/api/tasks/" + task + "/diff.patch");
    assertThat(last.body()).isEqualTo(PATCH);
    assertThat(last.headers().firstValue("Content-Disposition"))
        .contains("inline; filename*=UTF-8''" + task + ".patch");
    assertThat(server.get("/api/tasks/" + task + "/diff.patch?attempt=1").body()).isEmpty();
    assertThat(server.get("/api/tasks/" + task + "/diff.json").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/tasks/" + task + "/tree.zip").body()).isEqualTo("PK");
  }

  /// Half an answer must not look like a whole one.
  @Test
  void an_answer_that_fails_half_way_is_broken_off() {
    var other = server.task("work");
    server.files.patch(new AttemptId(other, 1), "x".repeat(100_000) + MemoryFiles.BROKEN);
    assertThatThrownBy(() -> server.get("/api/tasks/" + other + "/diff.patch"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void our_logs_are_text_and_nothing_else_is_shown() {
    var log = server.get("/logs/" + task + "/agent.log");
    assertThat(log.body()).contains("<script>");
    assertThat(log.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    var artifact = server.get("/logs/" + task + "/output/a%20b/page.html");
    assertThat(artifact.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(artifact.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''page.html");
    assertThat(artifact.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
  }

  @Test
  void further_attempts_have_a_folder_as_on_disk() {
    assertThat(server.get("/logs/" + task + "/attempt-2/agent.log").body()).isEqualTo("again\n");
  }

  @Test
  void every_listed_address_can_be_fetched() {
    var files = server.read(server.get("/api/tasks/" + task + "/files"), FileList.class).files();
    assertThat(files)
        .extracting(FileList.FileShown::path)
        .containsExactly("agent.log", "output/a b/page.html", "agent.log");
    assertThat(files)
        .allSatisfy(file ->
            assertThat(server.get(file.url().getRawPath()).body()).hasSize((int) file.bytes()));
  }

  @Test
  void all_logs_come_in_one_zip() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = server.as("/api/tasks/" + task + "/logs.zip").GET().build();
      var bytes = client.send(request, BodyHandlers.ofByteArray()).body();
      assertThat(entries(bytes))
          .containsExactly("agent.log", "output/a b/page.html", "attempt-2/agent.log");
    }
  }

  private static List<String> entries(byte[] bytes) {
    var names = new ArrayList<String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
