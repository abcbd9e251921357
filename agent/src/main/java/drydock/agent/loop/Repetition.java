package drydock.agent.loop;

/// Notices text that repeats a block of at most 200 characters eight times or more without end. Not
/// thread safe.
final class Repetition {
  private static final int BLOCK = 200;
  private static final int WINDOW = 8 * BLOCK;

  private final StringBuilder text = new StringBuilder();
  private int checkedAt;
  private boolean found;

  void add(String piece) {
    text.append(piece);
    if (!found && text.length() >= WINDOW && text.length() - checkedAt >= BLOCK) {
      checkedAt = text.length();
      found = period(text.substring(text.length() - WINDOW)) <= BLOCK;
    }
  }

  boolean found() {
    return found;
  }

  int length() {
    return text.length();
  }

  /// The shortest p such that each character equals the one p before it (Knuth, Morris, Pratt).
  static int period(String s) {
    var border = new int[s.length()];
    for (var i = 1; i < s.length(); i++) {
      var k = border[i - 1];
      while (k > 0 && s.charAt(i) != s.charAt(k)) {
        k = border[k - 1];
      }
      border[i] = s.charAt(i) == s.charAt(k) ? k + 1 : 0;
    }
    return s.length() - border[s.length() - 1];
  }
}
