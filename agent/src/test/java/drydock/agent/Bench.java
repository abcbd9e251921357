package drydock.agent;

import drydock.acp.PromptResult;
import drydock.acp.SessionUpdate;
import drydock.agent.loop.Kit;
import drydock.agent.loop.Limits;
import drydock.agent.loop.Session;
import drydock.agent.model.Dialect;
import drydock.agent.model.Endpoint;
import drydock.agent.model.HttpModel;
import drydock.agent.model.Message;
import drydock.agent.model.openai.ChatDialect;
import drydock.agent.tool.Toolbox;
import drydock.agent.tool.Workplace;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A session over a scripted model server, as a test wants it.
public final class Bench implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public final ModelServer server;
  public final Path folder;
  public final List<SessionUpdate> updates = new CopyOnWriteArrayList<>();
  private Dialect dialect = new ChatDialect("m", Optional.of("key"));
  private Limits limits = new Limits(100_000, OptionalInt.empty(), 50, Duration.ofMillis(1));
  private Duration silence = Duration.ofSeconds(20);
  private boolean textTools;
  private boolean asking;
  private boolean approvals;

  private Bench(Path folder, ModelServer server) {
    this.folder = folder;
    this.server = server;
  }

  public static Bench with(Path folder, ModelServer.Script... scripts) {
    return new Bench(folder, ModelServer.start(scripts));
  }

  public Bench speaking(Dialect other) {
    dialect = other;
    return this;
  }

  public Bench limited(Limits other) {
    limits = other;
    return this;
  }

  public Bench silentFor(Duration other) {
    silence = other;
    return this;
  }

  public Bench withTextTools() {
    textTools = true;
    return this;
  }

  public Bench toAsk() {
    asking = true;
    return this;
  }

  /// Asks the client before it acts.
  public Bench withApprovals() {
    approvals = true;
    return this;
  }

  public Session session() {
    return Session.fresh(kit(), file());
  }

  public Session loaded() {
    return Session.loaded(kit(), file(), updates::add);
  }

  public PromptResult ask(String prompt) {
    return ask(session(), prompt);
  }

  public PromptResult ask(Session session, String prompt) {
    return session.run(session.begin(new Message.User(prompt), updates::add));
  }

  public PromptResult resume(Session session) {
    return session.run(session.resume(updates::add));
  }

  public Path file() {
    return folder.resolveSibling("home").resolve("session.jsonl");
  }

  public String said() {
    return updates.stream()
        .filter(SessionUpdate.AgentMessageChunk.class::isInstance)
        .map(u -> ((SessionUpdate.AgentMessageChunk) u).content().asText())
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    server.close();
  }

  private Kit kit() {
    var place =
        new Workplace(
            folder,
            folder.resolveSibling("outputs"),
            Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent"),
            Duration.ofSeconds(30));
    var base = server.url() + (dialect.path().startsWith("/v1") ? "" : "/v1");
    var model = new HttpModel(() -> HTTP, new Endpoint(base, "m", silence), dialect);
    var tools = asking ? Toolbox.toAsk(place) : Toolbox.toCode(place);
    return new Kit(model, tools, folder, limits, textTools, asking, approvals);
  }
}
