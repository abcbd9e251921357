package drydock.agent;

import drydock.agent.loop.Kit;
import drydock.agent.loop.Limits;
import drydock.agent.loop.Session;
import drydock.agent.model.Dialect;
import drydock.agent.model.Endpoint;
import drydock.agent.model.HttpModel;
import drydock.agent.model.anthropic.MessagesDialect;
import drydock.agent.model.openai.ChatDialect;
import drydock.agent.model.openai.ResponsesDialect;
import drydock.agent.tool.Toolbox;
import drydock.agent.tool.Workplace;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Puts sessions together from settings, and owns the one HTTP client they share.
final class Assembly implements AutoCloseable {
  private final Settings settings;
  private final FutureTask<HttpClient> http;

  Assembly(Settings settings) {
    this.settings = settings;
    // A client takes longer to make than all else at start: made while the client says hello.
    this.http = new FutureTask<>(() -> Http.client(settings.baseUrl()));
    Thread.ofPlatform().daemon().name("http").start(http);
  }

  Settings settings() {
    return settings;
  }

  Path sessionFile(String id) {
    return settings.home().resolve(".drydock/session-" + id + ".jsonl");
  }

  /// @param folder the working folder
  Kit kit(Path folder, String session) {
    var place =
        new Workplace(
            folder,
            settings.home().resolve(".drydock/output-" + session),
            ShellEnvironment.of(settings.all(), settings.shellEnvironment()),
            settings.commandTimeout());
    var limits =
        new Limits(
            settings.contextTokens(),
            settings.maxOutputTokens(),
            settings.steps(),
            Duration.ofSeconds(1));
    var endpoint = new Endpoint(settings.baseUrl(), settings.model(), settings.silence());
    var model = new HttpModel(this::client, endpoint, dialect());
    var tools = settings.asking() ? Toolbox.toAsk(place) : Toolbox.toCode(place);
    return new Kit(
        model,
        tools,
        folder,
        limits,
        settings.textTools(),
        settings.asking(),
        settings.approvals());
  }

  Session session(Path folder, String id) {
    return Session.fresh(kit(folder, id), sessionFile(id));
  }

  /// An open client keeps the JVM from ending for 300 ms.
  @Override
  public void close() {
    var client = client();
    client.shutdownNow();
    client.close();
  }

  private Dialect dialect() {
    var model = settings.model();
    return switch (settings.api()) {
      case OPENAI_CHAT -> new ChatDialect(model, settings.key());
      case OPENAI_RESPONSES -> new ResponsesDialect(model, settings.key());
      case ANTHROPIC_MESSAGES -> new MessagesDialect(model, settings.key());
    };
  }

  private HttpClient client() {
    try {
      return http.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
