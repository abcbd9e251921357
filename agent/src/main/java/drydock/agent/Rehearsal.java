package drydock.agent;

import drydock.acp.AcpClient;
import drydock.acp.AcpServer;
import drydock.acp.AgentListener;
import drydock.acp.ContentBlock;
import drydock.acp.PermissionAnswer;
import drydock.acp.PermissionRequest;
import drydock.acp.SessionUpdate;
import drydock.acp.StopReason;
import drydock.agent.relay.Relay;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A short task with every tool, in every dialect, through client, relay and a scripted model: what
/// the build runs to learn which classes the agent needs, and keeps in the ahead-of-time cache.
final class Rehearsal {
  private static final int PIPE = 1 << 20;

  private final Path place;
  private final Map<String, String> environment;

  /// @param place an empty folder with a short path, for sockets
  Rehearsal(Path place, Map<String, String> environment) {
    this.place = place;
    this.environment = environment;
  }

  /// @throws IllegalStateException if a turn ends otherwise than it should
  void run() throws IOException, InterruptedException {
    for (var api : Settings.Api.values()) {
      run(api.name().toLowerCase(Locale.ROOT));
    }
  }

  private void run(String dialect) throws IOException, InterruptedException {
    var door = place.resolve(dialect + ".sock");
    try (var _ = RehearsalServer.open(door, dialect);
        var relay = Relay.open(door, List.of(0));
        var assembly = new Assembly(settings(dialect, relay.ports().getFirst()))) {
      var code = Files.createDirectory(place.resolve(dialect));
      var sessions = new Sessions(assembly, () -> dialect);
      var toAgent = new PipedOutputStream();
      var fromAgent = new PipedInputStream(PIPE);
      var agentIn = new PipedInputStream(toAgent, PIPE);
      var agentOut = new PipedOutputStream(fromAgent);
      var serving = Thread.ofVirtual().start(() -> serve(agentIn, agentOut, sessions));
      try (var client = AcpClient.over(fromAgent, toAgent, new Deaf())) {
        client.initialize(Duration.ofMinutes(1));
        var id = client.newSession(code.toString());
        var result = client.prompt(id, List.of(new ContentBlock.Text("rehearse")));
        if (result.stopReason() != StopReason.END_TURN || !Files.exists(code.resolve("note.txt"))) {
          throw new IllegalStateException(dialect + " ended with " + result);
        }
        client.loadSession(id, code.toString());
      }
      serving.join();
    }
  }

  private static void serve(PipedInputStream in, PipedOutputStream out, Sessions sessions) {
    try {
      AcpServer.serve(in, out, sessions);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Settings settings(String dialect, int port) {
    var all = new HashMap<>(environment);
    all.put("HOME", place.toString());
    all.put("DRYDOCK_MODEL", "rehearsal");
    all.put("DRYDOCK_DIALECT", dialect);
    all.put("OPENAI_BASE_URL", "http://127.0.0.1:" + port + "/openai/v1");
    all.put("ANTHROPIC_BASE_URL", "http://127.0.0.1:" + port + "/anthropic");
    return new Settings(all);
  }

  private static final class Deaf implements AgentListener {
    @Override
    public void update(SessionUpdate update, boolean replay) {}

    @Override
    public PermissionAnswer permission(PermissionRequest request) {
      return request.allow();
    }

    @Override
    public void stray(String line) {}
  }
}
