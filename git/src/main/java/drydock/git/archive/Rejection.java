package drydock.git.archive;

import drydock.domain.RefusedException;
import drydock.git.files.RawPath;

/// Why an archive is not taken: one line that names the entry.
final class Rejection {
  private Rejection() {}

  static RefusedException of(RawPath entry, String why) {
    var name = entry.toString();
    var shown = name.length() > 200 ? name.substring(0, 200) + "..." : name;
    return of("'" + shown + "' " + why);
  }

  static RefusedException of(String why) {
    return new RefusedException(
        RefusedException.Code.ARCHIVE_REJECTED, "the archive is refused: " + why);
  }
}
