package drydock.app;

import drydock.domain.isolation.IsolationReport;
import java.io.IOException;
import java.nio.file.Files;

/// `docs/security.md`, of which two parts are written by the program: the self-test as root, and as
/// an ordinary user.
final class SecurityPage {
  private SecurityPage() {}

  /// Replaces the part of whoever runs this.
  ///
  /// @return the exit code: 1 if something was open
  static int write(Installation installation, IsolationReport report) {
    var page = installation.root().resolve("docs/security.md");
    try {
      var text = Files.readString(page);
      var part = Machine.isRoot() ? "root" : "user";
      var begin = "<!-- self-test as %s -->\n".formatted(part);
      var end = "<!-- end of self-test as %s -->".formatted(part);
      var from = text.indexOf(begin) + begin.length();
      var to = text.indexOf(end);
      if (from < begin.length() || to < from) {
        throw new StartException(1, page + " has no part for it: '" + begin.strip() + "'");
      }
      Files.writeString(
          page, text.substring(0, from) + IsolationTable.markdown(report) + text.substring(to));
      return report.holds() ? 0 : 1;
    } catch (IOException e) {
      throw new StartException(1, "cannot write " + page + ": " + e.getMessage());
    }
  }
}
