package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.AcpAgent;
import drydock.acp.AcpException;
import drydock.acp.PermissionAnswer;
import drydock.acp.PermissionRequest;
import drydock.acp.PromptResult;
import drydock.acp.SessionUpdate;
import drydock.acp.StopReason;
import drydock.acp.ToolKind;
import drydock.acp.ToolStatus;
import drydock.agent.loop.Session;
import drydock.agent.model.Json;
import drydock.agent.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A client that is asked before a command or an edit.
@Timeout(30)
final class ApprovalTest {
  @TempDir Path temp;
  Path code;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
  }

  @Test
  void what_is_allowed_is_done_and_what_is_denied_is_told_to_the_model() {
    var person = new Person("allow", "reject");
    try (var bench =
        Bench.with(code, Chat.runs("echo one >a"), Chat.runs("echo two >a"), Chat.says("ok"))
            .withApprovals()) {
      assertThat(person.hears(bench)).isEqualTo(PromptResult.stopped(StopReason.END_TURN));
      assertThat(code.resolve("a")).hasContent("one\n");
      assertThat(person.asked.getFirst())
          .isEqualTo(
              new PermissionRequest(
                  "c0",
                  "echo one >a",
                  ToolKind.EXECUTE,
                  Optional.of(Json.object().put("command", "echo one >a")),
                  List.of(),
                  PermissionRequest.ONCE));
      assertThat(person.statuses())
          .containsExactly(
              ToolStatus.PENDING,
              ToolStatus.IN_PROGRESS,
              ToolStatus.COMPLETED,
              ToolStatus.PENDING,
              ToolStatus.FAILED);
      assertThat(result(bench, 2)).startsWith("denied (not today). It was not done.");
    }
  }

  @Test
  void edits_are_asked_for_and_looking_is_not() throws IOException {
    Files.writeString(code.resolve("a"), "one\n");
    var person = new Person("reject", "reject");
    try (var bench =
        Bench.with(
                code,
                Chat.calls(
                    "read", "{\"path\":\"a\"}",
                    "edit", "{\"path\":\"a\",\"old_text\":\"one\",\"new_text\":\"two\"}",
                    "write", "{\"path\":\"b\",\"content\":\"x\"}"),
                Chat.says("ok"))
            .withApprovals()) {
      person.hears(bench);
      assertThat(person.asked).extracting(PermissionRequest::subject).containsExactly("a", "b");
      assertThat(code.resolve("a")).hasContent("one\n");
      assertThat(code.resolve("b")).doesNotExist();
    }
  }

  @Test
  void nobody_is_asked_where_nothing_was_said_of_it() {
    var person = new Person();
    try (var bench = Bench.with(code, Chat.runs("echo one >a"), Chat.says("ok"))) {
      person.hears(bench);
      assertThat(person.asked).isEmpty();
      assertThat(code.resolve("a")).hasContent("one\n");
    }
  }

  @Test
  void a_client_that_cannot_be_asked_allows_nothing() {
    var deaf =
        new Person() {
          @Override
          public PermissionAnswer permission(PermissionRequest request) {
            throw new AcpException(AcpException.Reason.REMOTE, "no method");
          }
        };
    try (var bench = Bench.with(code, Chat.runs("echo one >a"), Chat.says("ok")).withApprovals()) {
      assertThat(deaf.hears(bench).stopReason()).isEqualTo(StopReason.END_TURN);
      assertThat(code.resolve("a")).doesNotExist();
      assertThat(result(bench, 1)).startsWith("denied (the client cannot be asked)");
    }
  }

  /// The answer never came; whoever goes on with the session asks for the same call again.
  @Test
  void a_question_outlives_the_client_that_was_asked() {
    var gone =
        new Person() {
          @Override
          public PermissionAnswer permission(PermissionRequest request) {
            throw new AcpException(AcpException.Reason.CLOSED, "gone");
          }
        };
    try (var bench =
        Bench.with(
                code,
                Chat.calls(
                    "bash", "{\"command\":\"echo one >>a\"}",
                    "bash", "{\"command\":\"echo two >>a\"}"),
                Chat.says("ok"))
            .withApprovals()) {
      assertThat(gone.hears(bench).stopReason()).isEqualTo(StopReason.CANCELLED);

      var person = new Person("allow", "allow");
      var session = bench.loaded();
      assertThat(session.run(session.resume(person)).stopReason()).isEqualTo(StopReason.END_TURN);

      assertThat(person.asked).extracting(PermissionRequest::call).containsExactly("c0", "c1");
      assertThat(code.resolve("a")).hasContent("one\ntwo\n");
      assertThat(bench.server.asked()).hasSize(2);
    }
  }

  @Test
  void a_next_prompt_does_not_wait_for_what_was_asked_before() {
    var gone =
        new Person() {
          @Override
          public PermissionAnswer permission(PermissionRequest request) {
            throw new AcpException(AcpException.Reason.CLOSED, "gone");
          }
        };
    try (var bench = Bench.with(code, Chat.runs("echo one >a"), Chat.says("ok")).withApprovals()) {
      gone.hears(bench);
      var session = bench.loaded();
      session.run(session.begin(new Message.User("never mind"), new Person()));
      assertThat(bench.server.body(1).path("messages").findValuesAsText("role"))
          .containsExactly("system", "user", "assistant", "tool", "user");
      assertThat(code.resolve("a")).doesNotExist();
    }
  }

  @Test
  void a_cancel_ends_the_waiting() throws InterruptedException {
    var heard = new CountDownLatch(1);
    var silent =
        new Person() {
          @Override
          public PermissionAnswer permission(PermissionRequest request)
              throws InterruptedException {
            heard.countDown();
            new CountDownLatch(1).await();
            return request.allow();
          }
        };
    try (var bench = Bench.with(code, Chat.runs("echo one >a")).withApprovals()) {
      var session = bench.session();
      Thread.ofVirtual()
          .start(() -> {
            try {
              heard.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            session.cancel();
          });
      assertThat(silent.hears(session).stopReason()).isEqualTo(StopReason.CANCELLED);
      assertThat(code.resolve("a")).doesNotExist();
    }
  }

  private static String result(Bench bench, int request) {
    var messages = bench.server.body(request).path("messages");
    return messages.path(messages.size() - 1).path("content").asText();
  }

  /// Chooses these options, one after another.
  private static class Person implements AcpAgent.Client {
    private final List<String> choices;
    final List<PermissionRequest> asked = new ArrayList<>();
    private final List<SessionUpdate> updates = new ArrayList<>();

    Person(String... choices) {
      this.choices = new ArrayList<>(List.of(choices));
    }

    PromptResult hears(Bench bench) {
      return hears(bench.session());
    }

    PromptResult hears(Session session) {
      return session.run(session.begin(new Message.User("go"), this));
    }

    @Override
    public void update(SessionUpdate update) {
      updates.add(update);
    }

    @Override
    public PermissionAnswer permission(PermissionRequest request) throws InterruptedException {
      asked.add(request);
      return choices.removeFirst().equals("allow") ? request.allow() : request.reject("not today");
    }

    List<ToolStatus> statuses() {
      return updates.stream()
          .flatMap(update ->
              switch (update) {
                case SessionUpdate.ToolCall call -> Optional.of(call.status()).stream();
                case SessionUpdate.ToolCallUpdate change -> change.status().stream();
                default -> Optional.<ToolStatus>empty().stream();
              })
          .toList();
    }
  }
}
