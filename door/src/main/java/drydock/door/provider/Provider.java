package drydock.door.provider;

import drydock.domain.Secret;
import drydock.domain.model.Dialect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A place where models are called.
public sealed interface Provider {
  Set<String> VENDORS = Set.of("api.openai.com", "api.anthropic.com");

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

    /// The setting that holds its key.
    public String keySetting() {
      return name.toUpperCase(Locale.ROOT) + "_API_KEY";
    }

    /// Whether it is the company that makes the models.
    public boolean vendor() {
      return VENDORS.contains(baseUrl.getHost());
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

    /// The names of the models it has, in order; none if there is no such folder.
    public List<String> recordings() {
      try (var files = Files.list(folder)) {
        return files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(".jsonl"))
            .map(name -> name.substring(0, name.length() - ".jsonl".length()))
            .sorted()
            .toList();
      } catch (IOException _) {
        return List.of();
      }
    }
  }

  /// OpenAI, or with a base URL any server that speaks its Chat Completions (Ollama, vLLM,
  /// llama.cpp). The vendor is spoken to in Responses, where its models are better; others in Chat,
  /// which all of them know.
  static Remote openai(Optional<URI> baseUrl, Optional<Secret> key) {
    var url = baseUrl.orElse(URI.create("https://api.openai.com/v1"));
    return new Remote(
        "openai",
        url,
        key,
        VENDORS.contains(url.getHost()) ? Dialect.OPENAI_RESPONSES : Dialect.OPENAI_CHAT,
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
