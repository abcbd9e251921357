package drydock.acp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.agentclientprotocol.sdk.agent.AcpAgent.SyncAgentBuilder;
import com.agentclientprotocol.sdk.agent.AcpSyncAgent;
import com.agentclientprotocol.sdk.agent.SyncPromptContext;
import com.agentclientprotocol.sdk.agent.transport.StdioAcpAgentTransport;
import com.agentclientprotocol.sdk.json.AcpJsonMapper;
import com.agentclientprotocol.sdk.spec.AcpSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Our host side against an agent made with the official SDK.
@Tag("integration")
@Timeout(60)
final class SdkAgentTest {
  private final Wire wire = new Wire();
  private final Heard heard = new Heard();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private AcpSyncAgent agent;
  private AcpClient client;

  @BeforeEach
  void start() {
    agent = builder().build();
    Thread.ofPlatform().daemon().start(agent::run);
    client = AcpClient.over(wire.nearIn, wire.nearOut, heard);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    agent.close();
    wire.close();
  }

  @Test
  void a_turn_with_updates_and_a_permission() throws Exception {
    assertThat(client.initialize(Duration.ofSeconds(20)))
        .isEqualTo(new InitializeResult(1, "", "", true, false, false, false));
    var session = client.newSession("/code");
    assertThat(session).isEqualTo("s-/code");
    assertThat(client.prompt(session, List.of(new ContentBlock.Text("go"))))
        .isEqualTo(PromptResult.stopped(StopReason.END_TURN));
    assertThat(heard.updates)
        .containsExactly(
            new SessionUpdate.AgentThoughtChunk(new ContentBlock.Text("hm")),
            new SessionUpdate.ToolCall(
                "c1",
                "Run",
                ToolKind.EXECUTE,
                ToolStatus.IN_PROGRESS,
                List.of(),
                Optional.of(Json.object().put("command", "ls"))),
            new SessionUpdate.AgentMessageChunk(new ContentBlock.Text("allowed: true, go")));
    assertThat(heard.requests).hasSize(1);
    assertThat(heard.strays).isEmpty();
  }

  @Test
  void a_session_is_loaded_and_its_past_is_marked() {
    client.initialize(Duration.ofSeconds(20));
    client.loadSession("s-1", "/code");
    assertThat(heard.replayed)
        .containsExactly(
            new SessionUpdate.UserMessageChunk(new ContentBlock.Text("earlier"), Optional.empty()));
    assertThat(heard.updates).isEmpty();
  }

  @Test
  void a_cancel_stops_the_turn() throws Exception {
    client.initialize(Duration.ofSeconds(20));
    var session = client.newSession("/code");
    var canceller =
        Thread.ofVirtual()
            .start(() -> {
              while (heard.updates.isEmpty()) {
                Thread.onSpinWait();
              }
              client.cancel(session);
            });
    assertThat(client.prompt(session, List.of(new ContentBlock.Text("wait"))).stopReason())
        .isEqualTo(StopReason.CANCELLED);
    canceller.join();
  }

  @Test
  void an_error_of_the_agent_is_told() {
    client.initialize(Duration.ofSeconds(20));
    assertThatThrownBy(() -> client.prompt("s", List.of(new ContentBlock.Text("fail"))))
        .isInstanceOfSatisfying(
            AcpException.class, e -> assertThat(e.reason()).isEqualTo(AcpException.Reason.REMOTE));
  }

  private SyncAgentBuilder builder() {
    var transport =
        new StdioAcpAgentTransport(AcpJsonMapper.createDefault(), wire.farIn, wire.farOut);
    return com.agentclientprotocol.sdk.agent.AcpAgent.sync(transport)
        .initializeHandler(_ ->
            new AcpSchema.InitializeResponse(
                1,
                new AcpSchema.AgentCapabilities(true, null, new AcpSchema.PromptCapabilities()),
                List.of()))
        .newSessionHandler(
            request -> new AcpSchema.NewSessionResponse("s-" + request.cwd(), null, null))
        .loadSessionHandler(request -> {
          agent.sendSessionUpdate(
              request.sessionId(),
              new AcpSchema.UserMessageChunk(
                  "user_message_chunk", new AcpSchema.TextContent("earlier")));
          return new AcpSchema.LoadSessionResponse(null, null);
        })
        .cancelHandler(_ -> cancelled.countDown())
        .promptHandler(this::turn);
  }

  private AcpSchema.PromptResponse turn(
      AcpSchema.PromptRequest request, SyncPromptContext context) {
    var word = ((AcpSchema.TextContent) request.prompt().getFirst()).text();
    if (word.equals("fail")) {
      throw new IllegalStateException("broken");
    }
    context.sendThought("hm");
    if (word.equals("wait")) {
      try {
        cancelled.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new AcpSchema.PromptResponse(AcpSchema.StopReason.CANCELLED);
    }
    context.sendUpdate(
        request.sessionId(),
        new AcpSchema.ToolCall(
            "tool_call",
            "c1",
            "Run",
            AcpSchema.ToolKind.EXECUTE,
            AcpSchema.ToolCallStatus.IN_PROGRESS,
            null,
            null,
            Map.of("command", "ls"),
            null,
            null));
    context.sendMessage("allowed: " + context.askPermission("May I?") + ", " + word);
    return new AcpSchema.PromptResponse(AcpSchema.StopReason.END_TURN);
  }
}
