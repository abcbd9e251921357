package drydock.cli.show;

/// A line for the screen, and what it is: the screen knows how that looks.
public record Line(Kind kind, String text) {
  public enum Kind {
    PLAIN,
    HEADING,
    QUIET,
    GOOD,
    BAD
  }

  public static Line plain(String text) {
    return new Line(Kind.PLAIN, text);
  }

  public static Line heading(String text) {
    return new Line(Kind.HEADING, text);
  }

  public static Line quiet(String text) {
    return new Line(Kind.QUIET, text);
  }

  public static Line good(String text) {
    return new Line(Kind.GOOD, text);
  }

  public static Line bad(String text) {
    return new Line(Kind.BAD, text);
  }

  /// The same, said in this attempt.
  Line by(int attempt) {
    return new Line(kind, "[%d] %s".formatted(attempt, text).stripTrailing());
  }
}
