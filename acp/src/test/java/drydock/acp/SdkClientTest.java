package drydock.acp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.agentclientprotocol.sdk.client.AcpSyncClient;
import com.agentclientprotocol.sdk.client.transport.AgentParameters;
import com.agentclientprotocol.sdk.client.transport.StdioAcpClientTransport;
import com.agentclientprotocol.sdk.spec.AcpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Our agent side, as a process, against the official SDK's client.
@Tag("integration")
@Timeout(60)
final class SdkClientTest {
  private final List<AcpSchema.SessionUpdate> updates = new CopyOnWriteArrayList<>();
  private final AcpSyncClient client =
      com.agentclientprotocol.sdk.client.AcpClient.sync(
              new StdioAcpClientTransport(
                  AgentParameters.builder(
                          Path.of(System.getProperty("java.home"), "bin/java").toString())
                      .args("-cp", System.getProperty("java.class.path"), EchoAgent.class.getName())
                      .build()))
          .requestTimeout(Duration.ofSeconds(30))
          .sessionUpdateConsumer(notification -> updates.add(notification.update()))
          .build();

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void a_turn_with_all_that_can_happen() {
    var hello = client.initialize();
    assertThat(hello.agentCapabilities().loadSession()).isTrue();
    assertThat(hello.agentInfo().name()).isEqualTo("echo");
    var session =
        client.newSession(new AcpSchema.NewSessionRequest("/code", List.of())).sessionId();
    var result = client.prompt(prompt(session, "go"));
    assertThat(result)
        .isEqualTo(
            new AcpSchema.PromptResponse(
                AcpSchema.StopReason.MAX_TURN_REQUESTS,
                Map.of(
                    "drydock.dev/failure",
                    Map.of("cause", "no_progress", "message", "round in circles"))));
    awaitUpdates(6);
    assertThat(updates.stream().map(u -> u.getClass().getSimpleName()))
        .containsExactly(
            "AgentThoughtChunk",
            "ToolCall",
            "ToolCallUpdateNotification",
            "ToolCallUpdateNotification",
            "Plan",
            "AgentMessageChunk");
    var ended = (AcpSchema.ToolCallUpdateNotification) updates.get(3);
    assertThat(ended.status()).isEqualTo(AcpSchema.ToolCallStatus.COMPLETED);
    // The SDK reads the type to find the class, and does not keep it.
    assertThat(ended.content())
        .isEqualTo(List.of(new AcpSchema.ToolCallDiff(null, "/a", "x", "y")));
  }

  /// The SDK hands updates on from a thread of its own, and not before its calls return.
  private void awaitUpdates(int count) {
    var end = System.nanoTime() + 10_000_000_000L;
    while (updates.size() < count && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_cancel_and_a_load() {
    client.initialize();
    client.loadSession(new AcpSchema.LoadSessionRequest("s-1", "/code", List.of()));
    awaitUpdates(1);
    assertThat(updates).hasOnlyElementsOfType(AcpSchema.UserMessageChunk.class).hasSize(1);
    Thread.ofVirtual()
        .start(() -> {
          while (updates.size() < 2) {
            Thread.onSpinWait();
          }
          client.cancel(new AcpSchema.CancelNotification("s-1"));
        });
    assertThat(client.prompt(prompt("s-1", "wait")).stopReason())
        .isEqualTo(AcpSchema.StopReason.CANCELLED);
    assertThatThrownBy(
            () -> client.loadSession(new AcpSchema.LoadSessionRequest("x", "/code", List.of())))
        .hasMessageContaining("there is no session 'x'");
  }

  private static AcpSchema.PromptRequest prompt(String session, String text) {
    return new AcpSchema.PromptRequest(session, List.of(new AcpSchema.TextContent(text)));
  }
}
