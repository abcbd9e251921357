package drydock.cli;

/// A line for the screen, and what it is: the screen knows how that looks.
record Line(Kind kind, String text) {
  enum Kind {
    PLAIN,
    HEADING,
    QUIET,
    GOOD,
    BAD
  }

  static Line plain(String text) {
    return new Line(Kind.PLAIN, text);
  }

  static Line heading(String text) {
    return new Line(Kind.HEADING, text);
  }

  static Line quiet(String text) {
    return new Line(Kind.QUIET, text);
  }

  static Line good(String text) {
    return new Line(Kind.GOOD, text);
  }

  static Line bad(String text) {
    return new Line(Kind.BAD, text);
  }
}
