package drydock.agent.loop;

import java.util.HashSet;

/// Notices text that repeats itself without end: a block of at most 200 characters eight times
/// over, or (small models stumble now and then) hardly anything new in a long stretch. Not thread
/// safe.
final class Repetition {
  private static final int BLOCK = 200;
  private static final int WINDOW = 8 * BLOCK;
  private static final int STRETCH = 2 * WINDOW;

  /// Prose and code have hundreds of different ones in a stretch.
  private static final int DIFFERENT_PIECES = 80;

  private static final int PIECE = 8;

  private final StringBuilder text = new StringBuilder();
  private int checkedAt;
  private boolean found;

  void add(String piece) {
    text.append(piece);
    if (!found && text.length() >= WINDOW && text.length() - checkedAt >= BLOCK) {
      checkedAt = text.length();
      found = period(last(WINDOW)) <= BLOCK || (text.length() >= STRETCH && isPoor(last(STRETCH)));
    }
  }

  boolean found() {
    return found;
  }

  int length() {
    return text.length();
  }

  private String last(int count) {
    return text.substring(text.length() - count);
  }

  private static boolean isPoor(String s) {
    var pieces = new HashSet<String>();
    for (var i = 0; i + PIECE <= s.length() && pieces.size() < DIFFERENT_PIECES; i++) {
      pieces.add(s.substring(i, i + PIECE));
    }
    return pieces.size() < DIFFERENT_PIECES;
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
