package drydock.domain.secret;

import drydock.domain.secret.Redactor.Kind;

/// A text that comes in pieces and goes out redacted, line by line. One thread at a time.
public final class Redaction {
  /// A longer line is looked at in parts, divided where no token is.
  private static final int LONGEST = 64 * 1024;

  private static final String KEY_END = "PRIVATE KEY";

  private final Masking known;
  private final Kind kind;
  private final StringBuilder line = new StringBuilder();
  private boolean inKey;

  Redaction(Masking known, Kind kind) {
    this.known = known;
    this.kind = kind;
  }

  /// @return what of the text so far can be told now
  public String next(String piece) {
    line.append(known.next(piece));
    return whole(false);
  }

  /// @return the rest
  public String end() {
    line.append(known.end());
    return whole(true);
  }

  private String whole(boolean last) {
    var out = new StringBuilder();
    var from = 0;
    for (var to = end(from, last); to > from; to = end(from, last)) {
      out.append(redacted(line.substring(from, to)));
      from = to;
    }
    line.delete(0, from);
    return out.toString();
  }

  /// Where the next line ends, or what there is of it if it is too long or the last.
  private int end(int from, boolean last) {
    var newline = line.indexOf("\n", from);
    if (newline >= 0 && newline - from < LONGEST) {
      return newline + 1;
    }
    if (line.length() - from >= LONGEST) {
      return between(from);
    }
    return last ? line.length() : from;
  }

  /// In the second half of what may be a line: a blank, or its end.
  private int between(int from) {
    for (var at = from + LONGEST - 1; at > from + LONGEST / 2; at--) {
      if (Character.isWhitespace(line.charAt(at))) {
        return at + 1;
      }
    }
    return from + LONGEST;
  }

  private String redacted(String text) {
    if (inKey) {
      inKey = !isKeyEnd(text);
      return inKey ? "" : afterKey(text);
    }
    if (!Redactor.beginsKey(text)) {
      return Redactor.line(text, kind);
    }
    var around = Redactor.around(text);
    var before = Redactor.line(around.getFirst(), kind) + "[a private key was here]";
    // In JSON, the whole key is on one line.
    if (isKeyEnd(around.getLast())) {
      return before + redacted(afterKey(around.getLast()));
    }
    inKey = true;
    return before + "\n";
  }

  private static boolean isKeyEnd(String text) {
    var end = text.indexOf("-----END ");
    return end >= 0 && text.indexOf(KEY_END, end) >= 0;
  }

  private static String afterKey(String text) {
    var end = text.indexOf("-----", text.indexOf(KEY_END, text.indexOf("-----END ")));
    return end < 0 ? "\n" : text.substring(end + 5);
  }
}
