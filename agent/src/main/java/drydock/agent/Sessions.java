package drydock.agent;

import drydock.acp.AcpAgent;
import drydock.acp.ContentBlock;
import drydock.acp.InitializeResult;
import drydock.acp.SessionUpdate;
import drydock.agent.loop.Session;
import drydock.agent.loop.Word;
import drydock.agent.model.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sessions of one ACP client.
final class Sessions implements AcpAgent {
  private static final Duration LAST_MOMENT = Duration.ofSeconds(3);

  private final Assembly assembly;
  private final Supplier<String> ids;
  private final Map<String, Session> open = new ConcurrentHashMap<>();

  Sessions(Assembly assembly, Supplier<String> ids) {
    this.assembly = assembly;
    this.ids = ids;
  }

  @Override
  public InitializeResult introduce() {
    return new InitializeResult(1, "drydock", "0.1.0", true, sees(), true, true);
  }

  @Override
  public String newSession(String cwd) {
    var id = ids.get();
    open.put(id, assembly.session(folder(cwd), id));
    return id;
  }

  @Override
  public void loadSession(String id, String cwd, Consumer<SessionUpdate> replay) {
    var file = assembly.sessionFile(id);
    if (!id.matches("[A-Za-z0-9_-]{1,100}") || !Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no session '" + id + "'");
    }
    open.put(id, Session.loaded(assembly.kit(folder(cwd), id), file, replay));
  }

  @Override
  public Turn prompt(String id, List<ContentBlock> prompt, Client client) {
    var session = known(id);
    var turn = session.begin(message(prompt), client);
    return () -> session.run(turn);
  }

  @Override
  public Turn resume(String id, Client client) {
    var session = known(id);
    var turn = session.resume(client);
    return () -> session.run(turn);
  }

  @Override
  public void cancel(String id) {
    find(id).ifPresent(Session::cancel);
  }

  @Override
  public void say(String id, String word, String text, List<ContentBlock.Image> pictures) {
    find(id).ifPresent(session -> session.say(new Word(word, text, seen(pictures.stream()))));
  }

  /// Stops every turn, and the commands they run.
  void stop() throws InterruptedException {
    open.values().forEach(Session::abandon);
    for (var session : open.values()) {
      session.stop(LAST_MOMENT);
    }
  }

  private Session known(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no session '" + id + "'"));
  }

  private Optional<Session> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  private static Path folder(String cwd) {
    var folder = Path.of(cwd);
    if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("the working folder '" + cwd + "' is no absolute folder");
    }
    return folder.normalize();
  }

  private boolean sees() {
    return assembly.settings().vision();
  }

  /// None for a model that cannot see: its server would refuse all that is said.
  private List<Message.Picture> seen(Stream<ContentBlock.Image> pictures) {
    return pictures
        .filter(_ -> sees())
        .map(image -> new Message.Picture(image.mimeType(), image.data()))
        .toList();
  }

  private Message.User message(List<ContentBlock> prompt) {
    var text =
        prompt.stream()
            .filter(block -> !(block instanceof ContentBlock.Image))
            .map(ContentBlock::asText)
            .collect(Collectors.joining("\n\n"));
    var pictures =
        seen(
            prompt.stream()
                .filter(ContentBlock.Image.class::isInstance)
                .map(ContentBlock.Image.class::cast));
    var word =
        prompt.stream()
            .flatMap(block ->
                block instanceof ContentBlock.Text said ? said.word().stream() : Stream.of())
            .findFirst();
    return new Message.User(text, pictures, word);
  }
}
