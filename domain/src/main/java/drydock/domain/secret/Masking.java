package drydock.domain.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.domain.secret.Automaton.Node;

/// A text that comes in pieces, with its secrets masked, also those that lie over the pieces' ends:
/// an end that may be the beginning of a secret is held back until it is known. Takes time linear
/// in the text, and between two pieces no more memory than the longest secret, with line ends,
/// needs. One thread at a time.
///
/// A line end within a secret is looked through, once 16 of its characters were seen: that is how
/// `base64` and the like wrap lines.
public final class Masking {
  /// Stands where a secret stood.
  public static final String MASK = "***";

  private static final int WRAPPED = 16;

  private final Automaton words;
  private final StringBuilder held = new StringBuilder();
  private Node seen;
  private int lineEnds;

  /// The part of what is held that is known to be secret; empty if from = to.
  private int from;

  private int to;

  Masking(Automaton words) {
    this.words = words;
    this.seen = words.root();
  }

  /// @return what of the text so far can be told now
  public String next(String piece) {
    var out = new StringBuilder();
    for (var i = 0; i < piece.length(); i++) {
      take(piece.charAt(i), out);
    }
    release(out);
    return out.toString();
  }

  /// @return the rest
  public String end() {
    seen = words.root();
    var out = new StringBuilder();
    release(out);
    return out.toString();
  }

  /// How many characters wait for what follows.
  int held() {
    return held.length();
  }

  /// As [#next(String)], of bytes.
  public byte[] next(byte[] bytes, int from, int count) {
    return next(new String(bytes, from, count, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  private void take(char c, StringBuilder out) {
    var isLineEnd = c == '\n' || c == '\r';
    lineEnds = isLineEnd ? lineEnds + 1 : 0;
    if (!isLineEnd) {
      seen = words.after(seen, c);
    } else if (lineEnds > 2 || seen.depth() < WRAPPED) {
      seen = words.root();
    }
    if (seen == words.root() && to == from) {
      release(out);
      out.append(c);
      return;
    }
    held.append(c);
    if (!isLineEnd && seen.longestWord() > 0) {
      found(start(seen.longestWord()));
    }
    if (to > from && held.length() - reach() >= to) {
      release(out);
    }
  }

  /// A secret that begins here, and ends with what was held last.
  private void found(int start) {
    from = to > from ? Math.min(from, start) : start;
    to = held.length();
  }

  /// Tells what no secret to come can begin in. Of a secret into which such a beginning reaches
  /// only that is kept: however many follow each other so, they are one.
  private void release(StringBuilder out) {
    var safe = held.length() - reach();
    if (to == from) {
      out.append(held, 0, safe);
    } else if (safe >= to) {
      out.append(held, 0, from).append(MASK).append(held, to, safe);
      from = to = 0;
    } else {
      out.append(held, 0, Math.min(from, safe));
      from = Math.max(0, from - safe);
      to -= safe;
    }
    held.delete(0, safe);
  }

  /// How many of the characters held may belong to a secret that is not whole yet.
  private int reach() {
    return seen.depth() == 0 ? 0 : held.length() - start(seen.depth());
  }

  /// Where the last `count` characters that are no line ends begin.
  private int start(int count) {
    var at = held.length();
    for (var left = count; left > 0 && at > 0; ) {
      at--;
      if (held.charAt(at) != '\n' && held.charAt(at) != '\r') {
        left--;
      }
    }
    return at;
  }
}
