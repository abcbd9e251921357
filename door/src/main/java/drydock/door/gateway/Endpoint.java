package drydock.door.gateway;

import drydock.domain.model.Dialect;
import java.util.Arrays;
import java.util.Optional;

/// What the gateway offers. Paths are as at the provider, below `/openai/v1` or `/anthropic/v1`.
enum Endpoint {
  CHAT("POST", "/openai/v1", "/chat/completions", Dialect.OPENAI_CHAT, Kind.CALL),
  RESPONSES("POST", "/openai/v1", "/responses", Dialect.OPENAI_RESPONSES, Kind.CALL),
  MESSAGES("POST", "/anthropic/v1", "/messages", Dialect.ANTHROPIC_MESSAGES, Kind.CALL),
  COUNT("POST", "/anthropic/v1", "/messages/count_tokens", Dialect.ANTHROPIC_MESSAGES, Kind.COUNT),
  OPENAI_MODELS("GET", "/openai/v1", "/models", Dialect.OPENAI_CHAT, Kind.LIST),
  ANTHROPIC_MODELS("GET", "/anthropic/v1", "/models", Dialect.ANTHROPIC_MESSAGES, Kind.LIST);

  enum Kind {
    /// Asks a model: metered and recorded.
    CALL,
    /// Names a model, but costs nothing.
    COUNT,
    LIST
  }

  final String method;
  final String root;
  final String path;
  final Dialect dialect;
  final Kind kind;

  Endpoint(String method, String root, String path, Dialect dialect, Kind kind) {
    this.method = method;
    this.root = root;
    this.path = path;
    this.dialect = dialect;
    this.kind = kind;
  }

  static Optional<Endpoint> find(String method, String path) {
    return Arrays.stream(values())
        .filter(e -> e.method.equals(method) && path.equals(e.root + e.path))
        .findFirst();
  }

  /// The dialect to answer in, whatever was asked.
  static Dialect dialectOf(String path) {
    return path.startsWith("/anthropic/") ? Dialect.ANTHROPIC_MESSAGES : Dialect.OPENAI_CHAT;
  }
}
