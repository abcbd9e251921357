package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Agent side of one connection: an [AcpAgent] for a client on the other end of two streams.
public final class AcpServer {
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final AcpAgent agent;
  private final Connection connection;

  private AcpServer(InputStream in, OutputStream out, AcpAgent agent) {
    this.agent = agent;
    this.connection = new Connection(in, out, Connection.Limits.OF_A_CLIENT, new Served());
  }

  /// Serves until the client ends its stream.
  public static void serve(InputStream in, OutputStream out, AcpAgent agent)
      throws InterruptedException {
    var server = new AcpServer(in, out, agent);
    server.connection.start();
    server.connection.awaitEnd();
    server.connection.flush(LAST_WORDS);
  }

  private final class Client implements AcpAgent.Client {
    private final String sessionId;

    private Client(String sessionId) {
      this.sessionId = sessionId;
    }

    @Override
    public void update(SessionUpdate update) {
      var params = Json.object().put("sessionId", sessionId);
      params.set("update", UpdateCodec.write(update));
      tell("session/update", params);
    }

    @Override
    public PermissionAnswer permission(PermissionRequest request) throws InterruptedException {
      var answer = connection.call("session/request_permission", request.json(sessionId));
      return PermissionAnswer.of(Connection.await(answer));
    }
  }

  /// A client that is gone needs no news.
  private void tell(String method, JsonNode params) {
    try {
      connection.notify(method, params);
    } catch (AcpException _) {
      // The end of the stream ends the server.
    }
  }

  private final class Served implements Connection.Peer {
    @Override
    public Optional<Connection.Reply> request(String method, JsonNode params) {
      return switch (method) {
        case "initialize" -> Optional.of(() -> agent.introduce().json());
        case "session/new" -> Optional.of(() -> newSession(params));
        case "session/load" -> Optional.of(() -> loadSession(params));
        case "session/prompt" -> Optional.of(prompt(params));
        default -> Optional.empty();
      };
    }

    @Override
    public void notification(String method, JsonNode params) {
      var session = Json.text(params, "sessionId");
      switch (method) {
        case "session/cancel" -> agent.cancel(session);
        case "_drydock.dev/say" ->
            agent.say(
                session, Json.text(params, "word"), Json.text(params, "text"), pictures(params));
        default -> {
          // The protocol: an unknown notification is ignored.
        }
      }
    }

    @Override
    public void stray(String line) {
      tell("_drydock.dev/stray", Json.object().put("line", line));
    }

    private List<ContentBlock.Image> pictures(JsonNode params) {
      return StreamSupport.stream(params.path("pictures").spliterator(), false)
          .map(ContentBlock::of)
          .filter(ContentBlock.Image.class::isInstance)
          .map(ContentBlock.Image.class::cast)
          .toList();
    }

    private JsonNode newSession(JsonNode params) {
      return Json.object().put("sessionId", agent.newSession(Json.text(params, "cwd")));
    }

    private JsonNode loadSession(JsonNode params) {
      var session = Json.text(params, "sessionId");
      agent.loadSession(session, Json.text(params, "cwd"), new Client(session)::update);
      return Json.object();
    }

    private Connection.Reply prompt(JsonNode params) {
      var session = Json.text(params, "sessionId");
      var prompt =
          StreamSupport.stream(params.path("prompt").spliterator(), false)
              .map(ContentBlock::of)
              .toList();
      var resumed = params.path("_meta").path(InitializeResult.RESUME).asBoolean();
      try {
        var turn =
            resumed
                ? agent.resume(session, new Client(session))
                : agent.prompt(session, prompt, new Client(session));
        return () -> turn.run().json();
      } catch (IllegalArgumentException e) {
        return () -> {
          throw e;
        };
      }
    }
  }
}
