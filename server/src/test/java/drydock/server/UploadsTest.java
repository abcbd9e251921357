package drydock.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.Problem;
import drydock.api.TaskShown;
import drydock.api.UploadShown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsTest {
  private static final byte[] ZIP = "PK and so on".getBytes(UTF_8);
  private static final String TASK_FORM = "multipart/form-data; boundary=next";

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
  void an_archive_is_stored_and_can_be_worked_on() {
    var response = upload("/api/uploads?name=my+code.zip", BodyPublishers.ofByteArray(ZIP));
    var upload = server.read(response, UploadShown.class);
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(upload.name()).isEqualTo("my code.zip");
    assertThat(upload.bytes()).isEqualTo(ZIP.length);
    var body = "{\"prompt\":\"work\",\"repo\":{\"upload\":\"%s\"}}".formatted(upload.upload());
    assertThat(server.read(server.post("/api/tasks", body), TaskShown.class).repo())
        .isEqualTo(repo(upload.upload(), Optional.empty()));
  }

  @Test
  void a_body_that_says_it_is_too_large_is_refused() {
    refusedAsTooLarge(upload("/api/uploads", BodyPublishers.ofByteArray(tooLarge())));
  }

  @Test
  void a_body_that_does_not_say_its_size_is_refused_when_it_is_too_large() {
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge()));
    refusedAsTooLarge(upload("/api/uploads", chunked));
  }

  @Test
  void a_task_and_its_archive_may_come_as_one_form() {
    var response =
        form(
            List.of(
                part("prompt", "Mend ünïcode"),
                part("mode", "ask"),
                part("attempts", "2"),
                part("repo", "{\"ref\":\"main\"}"),
                part("budget", "{\"usd\":1.5}"),
                file("archive", "code.zip", new String(ZIP, UTF_8))));
    var task = server.read(response, TaskShown.class);
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(task.prompt()).isEqualTo("Mend ünïcode");
    assertThat(task.repo().flatMap(TaskShown.RepoShown::ref)).contains("main");
    assertThat(task.repo().flatMap(TaskShown.RepoShown::upload).orElse("")).startsWith("u_");
  }

  @Test
  void a_form_with_an_archive_and_an_address_is_refused() {
    var response =
        form(
            List.of(
                part("prompt", "work"),
                part("repo", "{\"url\":\"https://example.org/a.git\"}"),
                file("archive", "code.zip", "PK")));
    assertThat(server.read(response, Problem.class).code()).isEqualTo("bad_request");
  }

  @Test
  void a_form_with_an_unknown_field_is_refused() {
    var response = form(List.of(part("prompt", "work"), part("colour", "red")));
    assertThat(server.read(response, Problem.class).detail()).contains("unknown field 'colour'");
  }

  @Test
  void a_form_with_too_large_an_archive_is_refused() {
    var large = "PK" + "x".repeat((int) TestServer.MAX_UPLOAD);
    refusedAsTooLarge(form(List.of(part("prompt", "work"), file("archive", "a.zip", large))));
  }

  @Test
  void a_prompt_of_a_megabyte_is_refused_as_such() {
    var response = server.post("/api/tasks", "{\"prompt\":\"" + "x".repeat(1 << 20) + "\"}");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(server.read(response, Problem.class).code()).isEqualTo("prompt_too_large");
  }

  @Test
  void json_of_many_megabytes_is_refused_before_it_is_read() {
    var endless = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[8 << 20]));
    var request = server.as("/api/tasks").header("Content-Type", "application/json");
    refusedAsTooLarge(server.send(request.POST(endless)));
  }

  /// A form's parts are removed when its request is over, which may be a little after the answer.
  private void nothingStays() {
    var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (Objects.requireNonNull(server.scratch.toFile().list()).length > 0
        && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(server.scratch).isEmptyDirectory();
  }

  @Test
  void nothing_of_a_form_stays_behind() {
    form(List.of(part("prompt", "work"), file("archive", "code.zip", "PK")));
    form(List.of(part("prompt", " "), file("archive", "code.zip", "nonsense")));
    nothingStays();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/uploads, application/zip, PK",
    "/api/tasks, application/json, {",
    "/api/tasks, multipart/form-data; boundary=x, --x|Content-Disposition: form-data; name=archive; filename=a||PK",
  })
  void who_leaves_in_the_middle_of_a_body_is_no_fault_of_ours_and_leaves_nothing(
      String path, String type, String body) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.at("/").getPort())) {
      var request =
          "POST %s HTTP/1.1|Host: %s|Authorization: Bearer %s|Content-Type: %s|Content-Length: 999||%s"
              .formatted(path, server.server.address().getAuthority(), TestServer.TOKEN, type, body)
              .replace("|", "\r\n");
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"bad_request\"");
    }
    nothingStays();
  }

  private void refusedAsTooLarge(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(server.read(response, Problem.class).code()).isEqualTo("too_large");
  }

  private HttpResponse<String> upload(String path, BodyPublisher body) {
    return server.send(server.as(path).header("Content-Type", "application/zip").POST(body));
  }

  private HttpResponse<String> form(List<String> parts) {
    var body = String.join("", parts) + "--next--\r\n";
    return server.send(
        server
            .as("/api/tasks")
            .header("Content-Type", TASK_FORM)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String part(String name, String value) {
    return "--next\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file(String name, String file, String content) {
    return ("--next\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            + "Content-Type: application/zip\r\n\r\n%s\r\n")
        .formatted(name, file, content);
  }

  private static byte[] tooLarge() {
    var bytes = new byte[(int) (8 * TestServer.MAX_UPLOAD)];
    bytes[0] = 'P';
    bytes[1] = 'K';
    return bytes;
  }

  private static Optional<TaskShown.RepoShown> repo(String upload, Optional<String> ref) {
    return Optional.of(
        new TaskShown.RepoShown(Optional.empty(), Optional.of(upload), Optional.empty(), ref));
  }
}
