package drydock.domain.model;

/// The wire protocols of language models that the gateway passes through.
public enum Dialect {
  OPENAI_CHAT,
  OPENAI_RESPONSES,
  ANTHROPIC_MESSAGES
}
