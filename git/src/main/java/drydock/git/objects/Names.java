package drydock.git.objects;

import drydock.git.files.RawPath;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that git refuses in a tree, because on some machine they would be its own folder (git's
/// `verify_path`, with core.protectHFS and core.protectNTFS as everywhere by default).
public final class Names {
  // NTFS drops spaces and dots at the end, takes what follows a colon for a stream, and calls the
  // first folder of that kind git~1.
  private static final Pattern NTFS =
      Pattern.compile("(\\.git|git~1)[ .]*([:\\\\].*)?", Pattern.DOTALL);
  // What HFS+ leaves out when it compares names.
  private static final Pattern HFS_IGNORES =
      Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

  private Names() {}

  /// Whether a name means `.git` somewhere.
  public static boolean meansDotGit(RawPath name) {
    return NTFS.matcher(name.latin1().toLowerCase(Locale.ROOT)).matches()
        || name.text()
            .map(text -> HFS_IGNORES.matcher(text).replaceAll(""))
            .filter(text -> text.toLowerCase(Locale.ROOT).equals(".git"))
            .isPresent();
  }
}
