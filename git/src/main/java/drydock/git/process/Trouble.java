package drydock.git.process;

import drydock.git.process.GitException.Cause;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// From git's complaints (English by LC_ALL=C) to what is wrong and what to do.
public final class Trouble {
  private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@");

  private record Sign(Cause cause, String text, List<String> marks) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(
              Cause.DISK_FULL,
              "the disk is full: make room, then try again",
              List.of("no space left on device", "disk quota exceeded")));

  private Trouble() {}

  /// @param doing what was attempted, for people
  public static GitException of(String complaint, String doing) {
    var low = complaint.toLowerCase(Locale.ROOT);
    for (var sign : SIGNS) {
      if (sign.marks().stream().anyMatch(low::contains)) {
        return new GitException(sign.cause(), doing + ": " + sign.text());
      }
    }
    return new GitException(Cause.FAILED, doing + " failed: " + firstLine(complaint));
  }

  public static GitException of(IOException e, String doing) {
    var complaint = String.valueOf(e.getMessage());
    var known = of(complaint, doing);
    return new GitException(known.reason(), String.valueOf(known.getMessage()), e);
  }

  static String firstLine(String complaint) {
    var lines = complaint.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    var line =
        lines.stream()
            .filter(l -> l.startsWith("fatal:") || l.startsWith("error:"))
            .findFirst()
            .orElse(lines.isEmpty() ? "git said nothing" : lines.getFirst());
    var scrubbed = CREDENTIALS.matcher(line).replaceAll("");
    return scrubbed.length() > 300 ? scrubbed.substring(0, 300) + "..." : scrubbed;
  }
}
