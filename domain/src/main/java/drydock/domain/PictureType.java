package drydock.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/// The kinds of pictures that all model vendors and all browsers take. A picture is known by its
/// first bytes, whatever it is called.
public enum PictureType {
  PNG,
  JPEG,
  GIF,
  WEBP;

  /// So many bytes tell it.
  public static final int HEAD = 12;

  public static Optional<PictureType> of(byte[] bytes) {
    if (bytes.length < HEAD) {
      return Optional.empty();
    }
    var head = new String(bytes, 0, HEAD, ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of(WEBP) : Optional.empty();
  }

  /// RFC 2046.
  public String mime() {
    return "image/" + name().toLowerCase(Locale.ROOT);
  }
}
