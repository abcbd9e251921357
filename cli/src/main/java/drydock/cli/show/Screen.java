package drydock.cli.show;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Where lines go. On a terminal control characters are shown as `?`, those that turn the direction
/// of text too: what an agent, a model or a repository says must not drive the terminal of the
/// person who reads it, nor look like something else.
public final class Screen {
  private static final String RESET = "\033[0m";
  private static final Pattern NOT_FOR_PEOPLE =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069&&[^\t\n]]");

  /// What goes on below the first line of a line is set in, so that it passes for none of ours.
  private static final String GOES_ON = "\n    ";

  private final PrintStream out;
  private final boolean terminal;
  private final boolean colour;

  public Screen(PrintStream out, boolean terminal, boolean colour) {
    this.out = out;
    this.terminal = terminal;
    this.colour = colour;
  }

  public void print(List<Line> lines) {
    lines.forEach(this::print);
  }

  public void print(Line line) {
    var text = terminal ? harmless(line.text()).replace("\n", GOES_ON) : line.text();
    var code = colour ? code(line.kind()) : "";
    out.println(code.isEmpty() ? text : code + text + RESET);
    out.flush();
  }

  /// Someone's bytes: as they are for a file or a program, harmless for a person.
  public void write(byte[] bytes) {
    if (terminal) {
      out.print(harmless(new String(bytes, StandardCharsets.UTF_8)));
    } else {
      out.writeBytes(bytes);
    }
    out.flush();
  }

  /// A text of ours that holds theirs, and a line end.
  public void write(String text) {
    write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public boolean isTerminal() {
    return terminal;
  }

  public static String harmless(String text) {
    return NOT_FOR_PEOPLE.matcher(text).replaceAll("?");
  }

  private static String code(Line.Kind kind) {
    return switch (kind) {
      case PLAIN -> "";
      case HEADING -> "\033[1m";
      case QUIET -> "\033[2m";
      case GOOD -> "\033[32m";
      case BAD -> "\033[31m";
    };
  }
}
