package drydock.git.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

/// A relative path, or one name of it, as Linux and git see it: bytes. Empty is the folder itself.
/// Ordered by unsigned bytes, as git orders names.
///
/// @param latin1 the bytes, one character each
public record RawPath(String latin1) implements Comparable<RawPath> {
  public static final RawPath ROOT = new RawPath("");

  public static RawPath of(byte[] bytes) {
    return new RawPath(new String(bytes, ISO_8859_1));
  }

  public static RawPath of(String text) {
    return of(text.getBytes(UTF_8));
  }

  public RawPath child(RawPath name) {
    return latin1.isEmpty() ? name : new RawPath(latin1 + "/" + name.latin1);
  }

  /// The folder that it lies in; of a single name, and of the root, the root.
  public RawPath parent() {
    return new RawPath(latin1.substring(0, Math.max(0, latin1.lastIndexOf('/'))));
  }

  public RawPath name() {
    return new RawPath(latin1.substring(latin1.lastIndexOf('/') + 1));
  }

  public byte[] bytes() {
    return latin1.getBytes(ISO_8859_1);
  }

  /// This path below a folder of ours. A path made from text could not say every name; one made
  /// from a URI can, because its escapes are bytes.
  public Path under(Path folder) {
    var uri = new StringBuilder("file://");
    for (var b : folder.toAbsolutePath().toString().getBytes(UTF_8)) {
      uri.append(b == '/' ? "/" : String.format("%%%02x", b));
    }
    for (var b : ("/" + latin1).getBytes(ISO_8859_1)) {
      uri.append(b == '/' ? "/" : String.format("%%%02x", b));
    }
    return Path.of(URI.create(uri.toString()));
  }

  /// The text, if the bytes are UTF-8.
  public Optional<String> text() {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// As git quotes names: in double quotes with C escapes. Bytes above 127 are escaped too, so the
  /// result is ASCII and says every name.
  public String quoted() {
    var out = new StringBuilder("\"");
    for (var i = 0; i < latin1.length(); i++) {
      var c = latin1.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            out.append(String.format("\\%03o", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  @Override
  public int compareTo(RawPath other) {
    return latin1.compareTo(other.latin1);
  }

  /// For people: the text if it is printable, else [#quoted].
  @Override
  public String toString() {
    return text().filter(t -> t.codePoints().noneMatch(RawPath::isUnprintable)).orElse(quoted());
  }

  private static boolean isUnprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
