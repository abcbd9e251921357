package drydock.agent.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// A file's text, in the encoding it has: what is not UTF-8 is kept byte for byte as Latin-1.
record TextFile(String text, Charset charset) {
  private static final long LIMIT = 16L << 20;
  private static final int PROBED = 8192;
  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "ico", "tiff", "pdf");

  /// @throws IOException with a message for the model, if there is no text to be had
  static TextFile read(Path path, String shown) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(shown + " is a folder; list it with `ls`");
    }
    if (!Files.exists(path)) {
      throw new IOException("there is no file " + shown);
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(shown + " is not a regular file");
    }
    if (PICTURES.contains(ending(path))) {
      throw new IOException(shown + " is a picture or document, which this tool cannot show");
    }
    if (Files.size(path) > LIMIT) {
      throw new IOException(shown + " is larger than 16 MiB; look at parts of it with bash");
    }
    return of(Files.readAllBytes(path), shown);
  }

  void write(Path path) throws IOException {
    Files.write(path, text.getBytes(charset));
  }

  TextFile with(String changed) {
    return new TextFile(changed, charset);
  }

  private static TextFile of(byte[] bytes, String shown) throws IOException {
    for (var i = 0; i < Math.min(PROBED, bytes.length); i++) {
      if (bytes[i] == 0) {
        throw new IOException(shown + " is binary; use bash to look into it");
      }
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TextFile(text, StandardCharsets.UTF_8);
    } catch (CharacterCodingException _) {
      return new TextFile(
          new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  private static String ending(Path path) {
    var name = path.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
