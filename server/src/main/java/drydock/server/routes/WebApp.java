package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.Sha256;
import drydock.server.edge.Headers;
import drydock.server.edge.Query;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The web workstation as built: one page for all its addresses, and the files that it loads, whose
/// names hold a hash of what is in them. Read once.
final class WebApp {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String MISSING =
      """
      <!doctype html><title>Drydock</title>
      <p>The web pages are not built: start Drydock by ./drydock up, which builds them.</p>
      """;

  private final Optional<Sent> index;
  private final Map<String, Sent> assets;

  private WebApp(Optional<Sent> index, Map<String, Sent> assets) {
    this.index = index;
    this.assets = Map.copyOf(assets);
  }

  private static final class Sent {
    private final String type;
    private final String tag;
    private final byte[] bytes;
    private final Optional<byte[]> small;

    /// @param small the same, gzipped, if it was made
    Sent(String type, String tag, byte[] bytes, Optional<byte[]> small) {
      this.type = type;
      this.tag = tag;
      this.bytes = bytes;
      this.small = small;
    }
  }

  /// @param folder `index.html`, and `assets/` with `.gz` files beside what they compress
  static WebApp in(Path folder) {
    var page = folder.resolve("index.html");
    if (!Files.isRegularFile(page)) {
      return new WebApp(Optional.empty(), Map.of());
    }
    try (var files = Files.list(folder.resolve("assets"))) {
      var assets =
          files
              .filter(file -> !name(file).endsWith(".gz"))
              .collect(Collectors.toMap(WebApp::name, file -> load(file, name(file))));
      var tag = Sha256.hex(new String(bytes(page), UTF_8));
      return new WebApp(Optional.of(load(page, tag)), assets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void index(Context ctx) {
    Headers.page(ctx);
    if (index.isEmpty()) {
      ctx.status(503).html(MISSING);
      return;
    }
    send(ctx, index.get());
  }

  void asset(Context ctx) {
    var file = assets.get(ctx.pathParam("name"));
    if (file == null) {
      throw Query.notFound("there is nothing at this address");
    }
    ctx.header("Cache-Control", FOR_EVER);
    send(ctx, file);
  }

  private static void send(Context ctx, Sent file) {
    ctx.header("ETag", file.tag);
    if (file.tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.contentType(file.type);
    file.small.ifPresent(_ -> ctx.header("Vary", "Accept-Encoding"));
    var small = file.small.filter(_ -> takesGzip(ctx));
    small.ifPresent(_ -> ctx.header("Content-Encoding", "gzip"));
    ctx.result(small.orElse(file.bytes));
  }

  private static boolean takesGzip(Context ctx) {
    var accepted = ctx.header("Accept-Encoding");
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }

  private static Sent load(Path file, String tag) {
    var small = file.resolveSibling(file.getFileName() + ".gz");
    return new Sent(
        type(file.toString()),
        '"' + tag + '"',
        bytes(file),
        Files.isRegularFile(small) ? Optional.of(bytes(small)) : Optional.empty());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "wasm" -> "application/wasm";
      case "woff2" -> "font/woff2";
      default -> "application/octet-stream";
    };
  }
}
