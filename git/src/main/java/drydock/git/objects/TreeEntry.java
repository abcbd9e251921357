package drydock.git.objects;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.git.files.RawPath;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// A line of a tree object.
///
/// @param mode as git writes it: 100644, 100755, 120000 (link), 040000 (tree), 160000 (submodule)
public record TreeEntry(RawPath name, Mode mode, String id) {
  private static final int ID_BYTES = 20;

  public enum Mode {
    FILE("100644"),
    EXECUTABLE("100755"),
    LINK("120000"),
    TREE("040000"),
    SUBMODULE("160000");

    private final String text;

    Mode(String text) {
      this.text = text;
    }

    /// Old tools wrote group-writable files and unpadded numbers: both have one meaning.
    public static Mode of(int bits) {
      return switch (bits & 0170000) {
        case 0040000 -> TREE;
        case 0120000 -> LINK;
        case 0160000 -> SUBMODULE;
        default -> (bits & 0100) == 0 ? FILE : EXECUTABLE;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Parses a tree object (gitformat: mode, space, name, NUL, id in binary).
  public static Map<RawPath, TreeEntry> parse(byte[] tree) {
    var text = new String(tree, ISO_8859_1);
    var entries = new TreeMap<RawPath, TreeEntry>();
    for (var at = 0; at < tree.length; ) {
      var space = text.indexOf(' ', at);
      var nul = text.indexOf('\0', space);
      var name = new RawPath(text.substring(space + 1, nul));
      var mode = Mode.of(Integer.parseInt(text.substring(at, space), 8));
      at = nul + 1 + ID_BYTES;
      entries.put(name, new TreeEntry(name, mode, HexFormat.of().formatHex(tree, nul + 1, at)));
    }
    return entries;
  }
}
