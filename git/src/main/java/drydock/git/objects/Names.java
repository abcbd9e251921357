package drydock.git.objects;

import drydock.git.files.RawPath;
import java.util.List;
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

  // The same of `.gitmodules`, with the short names that NTFS gives it (git's
  // is_ntfs_dot_generic).
  private static final Pattern NTFS_MODULES =
      Pattern.compile(
          "(\\.gitmodules|gitmod~[1-4]|g?i?7?e?b?a?~[1-9]\\d*)[ .]*(:.*)?", Pattern.DOTALL);

  private Names() {}

  /// Whether a name means `.git` somewhere; a backslash parts names on Windows.
  public static boolean meansDotGit(RawPath name) {
    return List.of(name.latin1().toLowerCase(Locale.ROOT).split("\\\\", -1)).stream()
            .anyMatch(part -> NTFS.matcher(part).matches())
        || isOnHfs(name, ".git");
  }

  /// Whether a name means `.gitmodules` somewhere: such a link is taken into no tree.
  public static boolean meansGitmodules(RawPath name) {
    return NTFS_MODULES.matcher(name.latin1().toLowerCase(Locale.ROOT)).matches()
        || isOnHfs(name, ".gitmodules");
  }

  private static boolean isOnHfs(RawPath name, String same) {
    return name.text()
        .map(text -> HFS_IGNORES.matcher(text).replaceAll(""))
        .filter(text -> text.toLowerCase(Locale.ROOT).equals(same))
        .isPresent();
  }
}
