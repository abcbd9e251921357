package drydock.door.provider;

import drydock.domain.Secret;
import drydock.domain.model.Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// A place where models are called.
public sealed interface Provider {
  /// What stands before the slash in `openai/gpt-5`.
  String name();

  /// The dialect our own agent speaks to its models, unless a model says otherwise.
  Dialect dialect();

  /// All dialects it understands.
  Set<Dialect> dialects();

  Limits limits();

  /// What may go to a provider at once, over all doors.
  ///
  /// @param concurrency calls at the same time, from 1
  /// @param requestsPerMinute 0 = no limit
  /// @param tokensPerMinute input and output together, 0 = no limit
  record Limits(int concurrency, int requestsPerMinute, int tokensPerMinute) {
    public static final Limits DEFAULT = new Limits(64, 0, 0);
  }

  /// A server that speaks HTTP.
  ///
  /// @param baseUrl with or without the version (`/v1`), and any path before it
  /// @param key none for a server that wants none
  record Remote(
      String name,
      URI baseUrl,
      Optional<Secret> key,
      Dialect dialect,
      Set<Dialect> dialects,
      Limits limits)
      implements Provider {
    public Remote {
      dialects = Set.copyOf(dialects);
    }
  }

  /// Recordings played back: `folder/MODEL.jsonl` each. It understands every dialect.
  record Scripted(String name, Path folder) implements Provider {
    @Override
    public Dialect dialect() {
      return Dialect.OPENAI_CHAT;
    }

    @Override
    public Set<Dialect> dialects() {
      return Set.of(Dialect.values());
    }

    @Override
    public Limits limits() {
      return new Limits(10_000, 0, 0);
    }
  }

  /// OpenAI, or with a base URL any server that speaks its Chat Completions (Ollama, vLLM,
  /// llama.cpp). The vendor is spoken to in Responses, where its models are better; others in Chat,
  /// which all of them know.
  static Remote openai(Optional<URI> baseUrl, Optional<Secret> key) {
    return new Remote(
        "openai",
        baseUrl.orElse(URI.create("https://api.openai.com/v1")),
        key,
        baseUrl.isEmpty() ? Dialect.OPENAI_RESPONSES : Dialect.OPENAI_CHAT,
        Set.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES),
        Limits.DEFAULT);
  }

  static Remote anthropic(Optional<URI> baseUrl, Optional<Secret> key) {
    return new Remote(
        "anthropic",
        baseUrl.orElse(URI.create("https://api.anthropic.com")),
        key,
        Dialect.ANTHROPIC_MESSAGES,
        Set.of(Dialect.ANTHROPIC_MESSAGES),
        Limits.DEFAULT);
  }

  static Scripted scripted(Path folder) {
    return new Scripted("scripted", folder);
  }
}
