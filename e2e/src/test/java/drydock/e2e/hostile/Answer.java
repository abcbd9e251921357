package drydock.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What must come of it.
sealed interface Answer {
  /// @param cause of the failure
  /// @param message a pattern to be found in the one line that says why
  record Refused(String cause, String message) implements Answer {}

  /// @param tree the base commit's whole tree, as `git ls-tree -r` lists it
  record Taken(List<String> tree) implements Answer {}

  static Answer refused(String message) {
    return new Refused("archive_rejected", message);
  }

  static Answer unavailable(String message) {
    return new Refused("repository_unavailable", message);
  }

  static Answer taken(String... lines) {
    return new Taken(Stream.of(lines).sorted().toList());
  }

  /// A line of a tree.
  ///
  /// @param path as git quotes it
  static String file(String path, String content) {
    return line("100644", path, content);
  }

  static String executable(String path, String content) {
    return line("100755", path, content);
  }

  static String link(String path, String target) {
    return line("120000", path, target);
  }

  private static String line(String mode, String path, String content) {
    return mode + " blob " + blob(content.getBytes(ISO_8859_1)) + "\t" + path;
  }

  /// Git's name of a blob: the SHA-1 of `blob LENGTH NUL CONTENT`.
  private static String blob(byte[] content) {
    try {
      var sha = MessageDigest.getInstance("SHA-1");
      sha.update(("blob " + content.length + "\0").getBytes(ISO_8859_1));
      return HexFormat.of().formatHex(sha.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
