package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// The web workstation as its build leaves it, but small.
final class BuiltWeb {
  static final String SCRIPT = "console.log('a script that is as long as it takes to be smaller')";

  private BuiltWeb() {}

  static Path in(Path folder) {
    try {
      var web = Files.createDirectories(folder.resolve("web"));
      var assets = Files.createDirectories(web.resolve("assets"));
      Files.writeString(
          web.resolve("index.html"), "<script type=\"module\" src=\"/assets/app-1f.js\"></script>");
      Files.writeString(
          web.resolve("share.html"),
          "<title>Shared task · Drydock</title><script src=\"/assets/app-1f.js\"></script>");
      Files.writeString(assets.resolve("app-1f.js"), SCRIPT);
      Files.write(assets.resolve("app-1f.js.gz"), gzipped(SCRIPT));
      Files.write(assets.resolve("font-2e.woff2"), new byte[] {'w', 'O', 'F', '2'});
      return web;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
