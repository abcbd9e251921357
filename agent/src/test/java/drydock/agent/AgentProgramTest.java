package drydock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.agentclientprotocol.sdk.client.AcpClient;
import com.agentclientprotocol.sdk.client.AcpSyncClient;
import com.agentclientprotocol.sdk.client.transport.AgentParameters;
import com.agentclientprotocol.sdk.client.transport.StdioAcpClientTransport;
import com.agentclientprotocol.sdk.spec.AcpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a whole, as a process: driven by the official SDK's client, and alone.
@Tag("integration")
@Timeout(90)
final class AgentProgramTest {
  @TempDir Path temp;
  Path code;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
  }

  @Test
  void is_a_good_agent_for_the_sdks_client() {
    var updates = new CopyOnWriteArrayList<AcpSchema.SessionUpdate>();
    try (var server =
            ModelServer.start(
                Chat.calls("write", "{\"path\":\"a\",\"content\":\"x\"}"), Chat.says("Wrote a."));
        var client = client(server, updates)) {
      client.initialize();
      var session =
          client
              .newSession(new AcpSchema.NewSessionRequest(code.toString(), List.of()))
              .sessionId();
      var result =
          client.prompt(
              new AcpSchema.PromptRequest(session, List.of(new AcpSchema.TextContent("write a"))));
      assertThat(result.stopReason()).isEqualTo(AcpSchema.StopReason.END_TURN);
      assertThat(code.resolve("a")).hasContent("x");
      assertThat(updates.stream().map(u -> u.getClass().getSimpleName()))
          .containsExactly("ToolCall", "ToolCallUpdateNotification", "AgentMessageChunk");
      client.loadSession(new AcpSchema.LoadSessionRequest(session, code.toString(), List.of()));
      assertThat(updates).hasSize(7);
    }
  }

  @Test
  void works_alone_and_leaves_the_index_as_it_was() throws Exception {
    shell(
        "git init -q . && echo old > f && git add . && git -c user.name=n -c user.email=e"
            + " commit -qm base && echo staged > s && git add s");
    var index = Files.readAllBytes(code.resolve(".git/index"));
    try (var server =
        ModelServer.start(Chat.runs("echo new > f; printf '\\0' > b"), Chat.says("Done."))) {
      var out = run(server, "--task", "change f");
      assertThat(out).contains("> echo new > f").contains("Done.");
      assertThat(code.resolve(".drydock-output/explanation.md")).hasContent("Done.");
      assertThat(Files.readAllBytes(code.resolve(".git/index"))).isEqualTo(index);
      assertThat(Files.readString(code.resolve(".drydock-output/diff.patch")))
          .contains("-old\n+new\n")
          .contains("GIT binary patch")
          .contains("+staged")
          .doesNotContain(".drydock-output");
      shell("git stash -qu -- f b s && git apply --check .drydock-output/diff.patch");
    }
  }

  @Test
  void says_why_it_gave_up() throws Exception {
    try (var server =
        ModelServer.start(ModelServer.status(404, "{\"error\":{\"message\":\"no such model\"}}"))) {
      assertThat(run(server, "--task", "go"))
          .contains("model_unknown: the model server does not know 'm' (404): no such model.");
      assertThat(Files.readString(code.resolve(".drydock-output/explanation.md")))
          .startsWith("The agent stopped (model_unknown): ");
    }
  }

  @Test
  void the_relay_says_when_it_listens() throws Exception {
    var process =
        process(
            Map.of("DRYDOCK_DOOR", temp.resolve("d").toString(), "DRYDOCK_RELAY_PORTS", "0"),
            List.of("relay"));
    try {
      assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .matches("listening \\d+\n");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private AcpSyncClient client(ModelServer server, List<AcpSchema.SessionUpdate> updates) {
    var command = command(List.of("acp"));
    return AcpClient.sync(
            new StdioAcpClientTransport(
                AgentParameters.builder(command.getFirst())
                    .args(command.subList(1, command.size()))
                    .env(environment(server))
                    .build()))
        .requestTimeout(Duration.ofSeconds(60))
        .sessionUpdateConsumer(notification -> updates.add(notification.update()))
        .build();
  }

  private Map<String, String> environment(ModelServer server) {
    return Map.of(
        "DRYDOCK_MODEL",
        "m",
        "OPENAI_BASE_URL",
        server.url() + "/v1",
        "HOME",
        temp.resolve("home").toString());
  }

  private String run(ModelServer server, String... args) throws Exception {
    var all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(args));
    var process = process(environment(server), all);
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return out;
  }

  private Process process(Map<String, String> environment, List<String> args) throws IOException {
    var builder =
        new ProcessBuilder(command(args))
            .directory(code.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private void shell(String script) throws Exception {
    var process =
        new ProcessBuilder("bash", "-c", script).directory(code.toFile()).inheritIO().start();
    assertThat(process.waitFor()).as(script).isZero();
  }

  private static List<String> command(List<String> args) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(args);
    return command;
  }
}
