package drydock.engine.runner;

import drydock.acp.AgentListener;
import drydock.acp.ContentBlock;
import drydock.acp.PermissionAnswer;
import drydock.acp.PermissionRequest;
import drydock.acp.SessionUpdate;
import drydock.acp.ToolContent;
import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.secret.Secrets;
import drydock.engine.runner.output.LogFile;
import drydock.engine.runner.output.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// What an agent says becomes the attempt's events, shortened to what a person can read; its last
/// words are kept as the explanation. Called from the connection's threads.
final class Updates implements AgentListener {
  private static final int MAX_TOOL_OUTPUT = 32 * 1024;
  private static final int MAX_INPUT = 16 * 1024;
  private static final int MAX_WORDS = 256 * 1024;
  private static final int MAX_PIECE = 16 * 1024;

  /// Characters of all that one carrying tells: as long as a very long day of an agent's work.
  private static final long MAX_TOLD = 64L << 20;

  private final Run run;
  private final Actor agent;
  private final LogFile log;
  private final Runnable toolEnded;
  private final Secrets secrets;
  private final StringBuilder lastWords = new StringBuilder();
  private final Past past = new Past();
  private final AtomicLong told = new AtomicLong();
  private final AtomicInteger toolsEnded = new AtomicInteger();

  /// @param toolEnded called whenever a tool call has come to its end
  Updates(Run run, LogFile log, Secrets secrets, Runnable toolEnded) {
    this.run = run;
    this.toolEnded = toolEnded;
    this.agent = Actor.agent(run.request().agent());
    this.log = log;
    this.secrets = secrets;
  }

  /// What the agent said since its last tool call or thought: an answer that broke off and was
  /// asked for again has a thought in between.
  synchronized String lastWords() {
    return secrets.mask(lastWords.toString().strip());
  }

  synchronized void forgetWords() {
    lastWords.setLength(0);
  }

  /// Whether the session that was loaded holds what was asked.
  synchronized boolean pastHolds(Memory.Asked asked) {
    return past.holds(asked);
  }

  /// Tool calls that came to an end since this was made.
  int toolsEnded() {
    return toolsEnded.get();
  }

  @Override
  public void update(SessionUpdate update, boolean replay) {
    if (replay) {
      recall(update);
    } else {
      tell(update);
    }
  }

  /// The past is in the log already. Its end counts still: who was cut off after it has nothing to
  /// add.
  private synchronized void recall(SessionUpdate update) {
    switch (update) {
      case SessionUpdate.UserMessageChunk(var content, var word) -> {
        forgetWords();
        past.add(content.asText(), word);
      }
      case SessionUpdate.AgentMessageChunk(var content) -> keep(content.asText());
      case SessionUpdate.AgentThoughtChunk _,
          SessionUpdate.ToolCall _,
          SessionUpdate.ToolCallUpdate _ ->
          forgetWords();
      case SessionUpdate.Plan _, SessionUpdate.Other _ -> {}
    }
  }

  private void tell(SessionUpdate update) {
    switch (update) {
      case SessionUpdate.AgentMessageChunk(var content) -> said(content);
      case SessionUpdate.AgentThoughtChunk(var content) -> {
        forgetWords();
        tell(new EventBody.AgentThought(Texts.head(content.asText(), MAX_PIECE)));
      }
      case SessionUpdate.ToolCall call -> started(call);
      case SessionUpdate.ToolCallUpdate change -> changed(change);
      case SessionUpdate.Plan(var entries) ->
          tell(
              new EventBody.PlanChanged(
                  entries.stream()
                      .limit(100)
                      .map(e ->
                          new EventBody.PlanEntry(
                              Texts.head(e.content(), 1000), Texts.head(e.status(), 100)))
                      .toList()));
      case SessionUpdate.UserMessageChunk(var _, var word) -> word.ifPresent(this::taken);
      case SessionUpdate.Other _ -> {}
    }
  }

  private static boolean isWord(String id) {
    return id.matches("\\d{1,18}");
  }

  private void taken(String word) {
    if (isWord(word)) {
      run.words().taken(List.of(Long.parseLong(word)));
    } else {
      log.line("[no such word] " + Texts.head(word, 100));
    }
  }

  private synchronized void said(ContentBlock content) {
    var text = Texts.head(content.asText(), MAX_PIECE);
    keep(text);
    tell(new EventBody.AgentSaid(text));
  }

  private synchronized void keep(String text) {
    if (lastWords.length() < MAX_WORDS) {
      lastWords.append(text);
    }
  }

  private void started(SessionUpdate.ToolCall call) {
    forgetWords();
    var input = call.rawInput().map(Object::toString).orElse("");
    tell(
        new EventBody.ToolStarted(
            Texts.head(call.id(), 200),
            Texts.head(call.title(), 1000),
            call.kind().wire(),
            Texts.head(input, MAX_INPUT)));
    if (call.status().isFinal()) {
      tell(
          new EventBody.ToolUpdated(
              Texts.head(call.id(), 200), call.status().wire(), shown(call.content())));
    }
  }

  /// While a tool runs its output comes in pieces; at its end the whole is shown once more, which
  /// then replaces the pieces.
  private void changed(SessionUpdate.ToolCallUpdate change) {
    var status = change.status().map(s -> s.wire()).orElse("in_progress");
    var ended = change.status().filter(s -> s.isFinal()).isPresent();
    if (ended) {
      toolsEnded.incrementAndGet();
      toolEnded.run();
    }
    var output =
        ended || change.output().isEmpty()
            ? shown(change.content().orElse(List.of()))
            : change.output().get();
    tell(
        new EventBody.ToolUpdated(
            Texts.head(change.id(), 200), status, Texts.head(output, MAX_TOOL_OUTPUT)));
  }

  private static String shown(List<ToolContent> content) {
    return Texts.head(
        content.stream()
            .map(each ->
                switch (each) {
                  case ToolContent.Content(var block) -> block.asText();
                  case ToolContent.Diff(var path, var _, var _) -> "edited " + path;
                  case ToolContent.Other(var type) -> "[" + type + "]";
                })
            .collect(Collectors.joining("\n")),
        MAX_TOOL_OUTPUT);
  }

  @Override
  public PermissionAnswer permission(PermissionRequest request) throws InterruptedException {
    return run.questions().answer(request, this::tell);
  }

  @Override
  public void stray(String line) {
    log.line("[not the protocol] " + line);
  }

  /// A flood fills neither the memory (the story lets the teller wait) nor the database.
  private void tell(EventBody body) {
    var before = told.getAndAdd(body.toString().length());
    if (before <= MAX_TOLD) {
      run.story().tell(agent, body);
      if (told.get() > MAX_TOLD) {
        run.story().tell(new EventBody.Noted("the agent says too much: the rest is not kept"));
      }
    }
  }

  /// What a loaded session holds of people's words. Those that have ids have growing ones.
  static final class Past {
    private static final int MOST = 4 << 20;

    private final StringBuilder texts = new StringBuilder();
    private OptionalLong newest = OptionalLong.empty();

    void add(String text, Optional<String> word) {
      if (texts.length() < MOST) {
        texts.append(text);
      }
      word.filter(Updates::isWord)
          .map(Long::valueOf)
          .ifPresent(id -> newest = OptionalLong.of(Math.max(id, newest.orElse(id))));
    }

    /// An agent that names no words is believed to have heard what it heard before.
    boolean holds(Memory.Asked asked) {
      return newest.isPresent()
          ? newest.getAsLong() >= asked.id()
          : texts.indexOf(asked.words()) >= 0;
    }
  }
}
