package drydock.agent.loop;

import drydock.agent.model.Live;

/// Passes an answer on as it comes, and has enough of it when it repeats itself or does not end.
final class Guard implements Live {
  /// Four characters are about a token; twice that is more than any limit in tokens allows.
  private static final int CHARACTERS_PER_TOKEN = 8;

  private static final int DEFAULT_TOKENS = 64_000;

  private final Live live;
  private final int characters;
  private final Repetition text = new Repetition();
  private final Repetition thought = new Repetition();

  Guard(Live live, Limits limits) {
    this.live = live;
    this.characters = limits.maxOutputTokens().orElse(DEFAULT_TOKENS) * CHARACTERS_PER_TOKEN;
  }

  @Override
  public void text(String piece) {
    text.add(piece);
    live.text(piece);
  }

  @Override
  public void thought(String piece) {
    thought.add(piece);
    live.thought(piece);
  }

  @Override
  public boolean enough() {
    return text.found()
        || thought.found()
        || text.length() + thought.length() > characters
        || live.enough();
  }
}
