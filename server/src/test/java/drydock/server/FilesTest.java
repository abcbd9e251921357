package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.api.FileList;
import drydock.domain.task.AttemptId;
import drydock.domain.task.TaskId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
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
  void a_part_of_a_file_can_be_asked_for() {
    var end = part("bytes=-8");
    assertThat(end.statusCode()).isEqualTo(206);
    assertThat(end.body()).isEqualTo("script>\n");
    assertThat(end.headers().firstValue("Content-Range")).contains("bytes 18-25/26");
    assertThat(part("bytes=0-7").body()).isEqualTo("<script>");
    assertThat(part("bytes=20-999").body()).isEqualTo("ript>\n");
    var beyond = part("bytes=26-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */26");
    for (var whole : List.of("bytes=3-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=x")) {
      assertThat(part(whole).statusCode()).as(whole).isEqualTo(200);
      assertThat(part(whole).body()).as(whole).hasSize(26);
    }
  }

  private HttpResponse<String> part(String range) {
    return server.send(server.as("/logs/" + task + "/agent.log").header("Range", range).GET());
  }

  @Test
  void what_was_attached_is_listed_and_a_picture_among_it_is_shown() {
    var other = server.task("look");
    var gif = "attachments/u_1/red.txt";
    server.files.put(new AttemptId(other, 1), gif, "GIF89a and so on");
    server.files.put(new AttemptId(other, 1), "output/red.gif", "GIF89a and so on");
    assertThat(server.get("/logs/" + other + "/" + gif).headers().firstValue("Content-Type"))
        .contains("image/gif");
    assertThat(
            server.get("/logs/" + other + "/output/red.gif").headers().firstValue("Content-Type"))
        .contains("application/octet-stream");
  }

  @Test
  void a_file_of_the_repository_is_saved_and_a_picture_shown() {
    var attempt = new AttemptId(task, 2);
    server.files.blob(attempt, "a b/page.html", "<script>".getBytes(UTF_8));
    server.files.blob(attempt, "red.txt", "GIF89a and so on".getBytes(UTF_8));
    var page = server.get("/api/tasks/" + task + "/blob?path=a%20b/page.html");
    assertThat(page.body()).isEqualTo("<script>");
    assertThat(page.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(page.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''page.html");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    var picture = server.get("/api/tasks/" + task + "/blob?path=red.txt&side=new&attempt=2");
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
    assertThat(server.get("/api/tasks/" + task + "/blob?path=red.txt&side=old").statusCode())
        .isEqualTo(404);
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
