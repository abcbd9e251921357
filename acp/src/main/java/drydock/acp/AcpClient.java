package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Host side of one connection over a pair of streams: the agent runs elsewhere and is not trusted.
/// Every call fails with [AcpException] once the agent's stream has ended. Thread safe. [#close]
/// ends the reader and closes both streams.
public final class AcpClient implements AutoCloseable {
  private static final int PROTOCOL_VERSION = 1;

  /// Making or loading a session is work inside the agent, and may be much on a slow machine.
  private static final Duration SESSION_TIMEOUT = Duration.ofMinutes(2);

  private static final int SESSION_ID = 1000;

  private final AgentListener listener;
  private final Connection connection;
  private volatile boolean replaying;
  private volatile boolean canSee;
  private volatile boolean canSteer;
  private volatile boolean canResume;

  private AcpClient(InputStream fromAgent, OutputStream toAgent, AgentListener listener) {
    this.listener = listener;
    this.connection = new Connection(fromAgent, toAgent, Connection.Limits.OF_AN_AGENT, new Host());
  }

  public static AcpClient over(
      InputStream fromAgent, OutputStream toAgent, AgentListener listener) {
    var client = new AcpClient(fromAgent, toAgent, listener);
    client.connection.start();
    return client;
  }

  /// Offers neither files nor terminals: the agent works where it is.
  public InitializeResult initialize(Duration timeout) {
    var params = Json.object().put("protocolVersion", PROTOCOL_VERSION);
    var capabilities = params.putObject("clientCapabilities");
    capabilities.putObject("fs").put("readTextFile", false).put("writeTextFile", false);
    capabilities.put("terminal", false);
    params.putObject("clientInfo").put("name", "drydock").put("version", "1");
    var result =
        InitializeResult.of(Connection.await(connection.call("initialize", params), timeout));
    if (result.protocolVersion() != PROTOCOL_VERSION) {
      throw new AcpException(
          AcpException.Reason.PROTOCOL,
          "the agent speaks version " + result.protocolVersion() + " of the protocol, not 1");
    }
    canSee = result.canSee();
    canSteer = result.canSteer();
    canResume = result.canResume();
    return result;
  }

  /// @param cwd an absolute path where the agent runs
  public String newSession(String cwd) {
    var answer = Connection.await(connection.call("session/new", place(cwd)), SESSION_TIMEOUT);
    var id = Json.text(answer, "sessionId");
    if (id.isEmpty()) {
      throw new AcpException(AcpException.Reason.PROTOCOL, "session/new gave no session id");
    }
    if (id.length() > SESSION_ID) {
      throw new AcpException(
          AcpException.Reason.PROTOCOL,
          "session/new gave a session id of more than " + SESSION_ID + " characters");
    }
    return id;
  }

  /// The session's past goes to the listener, marked as replay.
  public void loadSession(String sessionId, String cwd) {
    replaying = true;
    var answer = connection.call("session/load", place(cwd).put("sessionId", sessionId));
    Connection.await(answer.whenComplete((_, _) -> replaying = false), SESSION_TIMEOUT);
  }

  /// Blocks until the turn's stop. An interrupt leaves the turn running: see [#cancel].
  public PromptResult prompt(String sessionId, List<ContentBlock> prompt)
      throws InterruptedException {
    return prompt(sessionId, prompt, () -> {});
  }

  /// @param begun called when the agent was asked: what is said from then on is said to this turn
  public PromptResult prompt(String sessionId, List<ContentBlock> prompt, Runnable begun)
      throws InterruptedException {
    var params = session(sessionId);
    var blocks = params.putArray("prompt");
    prompt.forEach(block -> blocks.add(block.json()));
    return turn(params, begun);
  }

  private PromptResult turn(ObjectNode params, Runnable begun) throws InterruptedException {
    var answer = connection.call("session/prompt", params);
    begun.run();
    return PromptResult.of(Connection.await(answer));
  }

  /// Goes on with the turn that was cut off when the session was last written, without a word more;
  /// blocks as [#prompt] does. An extension of the protocol: `_meta."drydock.dev/resume"` of a
  /// prompt without content.
  ///
  /// @param begun as of [#prompt]
  /// @throws IllegalStateException if the agent does not know it
  public PromptResult resume(String sessionId, Runnable begun) throws InterruptedException {
    if (!canResume) {
      throw new IllegalStateException("the agent cannot go on with a turn that was cut off");
    }
    var params = session(sessionId);
    params.putArray("prompt");
    params.putObject("_meta").put(InitializeResult.RESUME, true);
    return turn(params, begun);
  }

  /// Whether the agent takes [#resume]; known after [#initialize].
  public boolean canResume() {
    return canResume;
  }

  /// Whether the agent takes pictures; known after [#initialize].
  public boolean canSee() {
    return canSee;
  }

  /// Whether the agent takes [#say]; known after [#initialize].
  public boolean canSteer() {
    return canSteer;
  }

  /// A word to the turn that runs. An extension of the protocol: `_drydock.dev/say`. It has arrived
  /// when a [SessionUpdate.UserMessageChunk] names it; what the turn's end leaves unnamed was not
  /// heard.
  ///
  /// @param word its id
  /// @param pictures that came with it: for an agent that can see
  /// @throws IllegalStateException if the agent does not know it
  public void say(String sessionId, String word, String text, List<ContentBlock.Image> pictures) {
    if (!canSteer) {
      throw new IllegalStateException("the agent takes no words while a turn runs");
    }
    var params = session(sessionId).put("word", word).put("text", text);
    if (!pictures.isEmpty()) {
      var blocks = params.putArray("pictures");
      pictures.forEach(picture -> blocks.add(picture.json()));
    }
    connection.notify("_drydock.dev/say", params);
  }

  /// The running turn is to stop; its [#prompt] then returns with [StopReason#CANCELLED].
  public void cancel(String sessionId) {
    connection.notify("session/cancel", session(sessionId));
  }

  @Override
  public void close() {
    connection.close();
  }

  private static ObjectNode session(String id) {
    return Json.object().put("sessionId", id);
  }

  private static ObjectNode place(String cwd) {
    var params = Json.object().put("cwd", cwd);
    params.putArray("mcpServers");
    return params;
  }

  private final class Host implements Connection.Peer {
    @Override
    public Optional<Connection.Reply> request(String method, JsonNode params) {
      return method.equals("session/request_permission")
          ? Optional.of(() -> listener.permission(PermissionRequest.of(params)).json())
          : Optional.empty();
    }

    @Override
    public void notification(String method, JsonNode params) {
      if (method.equals("session/update")) {
        listener.update(UpdateCodec.read(params.path("update")), replaying);
      }
    }

    @Override
    public void stray(String line) {
      listener.stray(line);
    }
  }
}
