package drydock.store.column;

/// Text that PostgreSQL can hold. It has no place for NUL, in text or jsonb, nor for half a
/// surrogate pair, and what a sandbox prints is full of such things if it wants to be.
public final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /// The same text, with U+FFFD for each character that cannot be stored.
  public static String of(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (isUnfit(text, i)) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int from) {
    var chars = text.toCharArray();
    for (var i = from; i < chars.length; i++) {
      if (isUnfit(text, i)) {
        chars[i] = REPLACEMENT;
      }
    }
    return new String(chars);
  }

  private static boolean isUnfit(String text, int i) {
    var c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return c == 0
        || (Character.isLowSurrogate(c)
            && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1))));
  }

  /// The same for JSON, whose strings may also hold such characters as escapes of four hex digits
  /// (RFC 8259, section 7).
  public static String ofJson(String json) {
    var plain = of(json);
    var escape = plain.indexOf("\\u");
    if (escape < 0) {
      return plain;
    }
    var out = new StringBuilder(plain);
    for (var i = plain.indexOf('\\');
        i >= 0 && i + 1 < plain.length();
        i = plain.indexOf('\\', i)) {
      if (plain.charAt(i + 1) != 'u') {
        i += 2;
        continue;
      }
      var c = escaped(plain, i);
      if (Character.isHighSurrogate(c) && Character.isLowSurrogate(escaped(plain, i + 6))) {
        i += 12;
        continue;
      }
      if (c == 0 || Character.isSurrogate(c)) {
        out.replace(i, i + 6, "\\ufffd");
      }
      i += 6;
    }
    return out.toString();
  }

  /// What the escape at this place stands for, or a blank if there is none.
  private static char escaped(String json, int at) {
    return json.startsWith("\\u", at) && at + 6 <= json.length()
        ? (char) Integer.parseInt(json, at + 2, at + 6, 16)
        : ' ';
  }
}
