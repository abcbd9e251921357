package drydock.door.dialect;

import drydock.domain.model.Tokens;

/// Tokens of one call.
///
/// @param cacheWritten the part of the input that the provider wrote into its cache (Anthropic)
/// @param estimated not said by the provider but guessed from the bytes
public record Counted(Tokens tokens, long cacheWritten, boolean estimated) {
  /// English text and code have about four in the common tokenizers.
  public static final int BYTES_PER_TOKEN = 4;

  public static Counted of(Tokens tokens) {
    return new Counted(tokens, 0, false);
  }

  public static Counted guess(long requestBytes, long replyBytes) {
    return new Counted(
        new Tokens(requestBytes / BYTES_PER_TOKEN, 0, replyBytes / BYTES_PER_TOKEN), 0, true);
  }
}
