package drydock.acp;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A small agent on our agent side; a program, so that a client can start it.
final class EchoAgent implements AcpAgent {
  private final CountDownLatch cancelled = new CountDownLatch(1);

  private EchoAgent() {}

  public static void main(String[] args) throws InterruptedException {
    AcpServer.serve(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new EchoAgent());
  }

  @Override
  public InitializeResult introduce() {
    return new InitializeResult(1, "echo", "1", true, false, true, true);
  }

  @Override
  public String newSession(String cwd) {
    return "s-" + cwd;
  }

  @Override
  public void loadSession(String sessionId, String cwd, Consumer<SessionUpdate> replay) {
    if (!sessionId.startsWith("s-")) {
      throw new IllegalArgumentException("there is no session '" + sessionId + "'");
    }
    replay.accept(
        new SessionUpdate.UserMessageChunk(new ContentBlock.Text("earlier"), Optional.empty()));
  }

  @Override
  public Turn resume(String sessionId, Client client) {
    return () -> {
      client.update(new SessionUpdate.AgentMessageChunk(new ContentBlock.Text("on I go")));
      return PromptResult.stopped(StopReason.END_TURN);
    };
  }

  @Override
  public Turn prompt(String sessionId, List<ContentBlock> prompt, Client client) {
    return () -> {
      var word = prompt.getFirst().asText();
      client.update(new SessionUpdate.AgentThoughtChunk(new ContentBlock.Text("hm")));
      if (word.equals("wait")) {
        cancelled.await();
        return PromptResult.stopped(StopReason.CANCELLED);
      }
      client.update(
          new SessionUpdate.ToolCall(
              "c1",
              "Edit",
              ToolKind.EDIT,
              ToolStatus.IN_PROGRESS,
              List.of(),
              Optional.of(Json.object().put("path", "/a"))));
      client.update(
          SessionUpdate.ToolCallUpdate.printed("c1", List.of(ToolContent.text("all")), "piece"));
      client.update(
          SessionUpdate.ToolCallUpdate.ended(
              "c1",
              ToolStatus.COMPLETED,
              List.of(new ToolContent.Diff("/a", Optional.of("x"), "y"))));
      client.update(new SessionUpdate.Plan(List.of(new PlanEntry("look", "medium", "completed"))));
      client.update(new SessionUpdate.AgentMessageChunk(new ContentBlock.Text(word)));
      return new PromptResult(
          StopReason.MAX_TURN_REQUESTS,
          Optional.of(new TurnFailure(TurnFailure.Cause.NO_PROGRESS, "round in circles")));
    };
  }

  @Override
  public void cancel(String sessionId) {
    cancelled.countDown();
  }

  @Override
  public void say(String sessionId, String word, String text, List<ContentBlock.Image> pictures) {
    cancelled.countDown();
  }
}
