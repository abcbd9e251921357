package drydock.server.routes;

import drydock.api.Json;
import drydock.server.edge.Headers;
import drydock.server.edge.Query;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pages for those who hold a link, and what they load: a fixed list of files, read once.
final class WebFiles {
  private static final List<String> NAMES =
      List.of(
          "share.html",
          "gone.html",
          "style.css",
          "icon.svg",
          "api.js",
          "dom.js",
          "diff.js",
          "result.js",
          "share.js");

  private final Map<String, byte[]> files =
      NAMES.stream().collect(Collectors.toMap(Function.identity(), WebFiles::load));

  /// @param name of a page
  void page(Context ctx, String name) {
    Headers.page(ctx);
    send(ctx, name);
  }

  void file(Context ctx) {
    var name = ctx.pathParam("name");
    if (!files.containsKey(name) || name.endsWith(".html")) {
      throw Query.notFound("there is nothing at this address");
    }
    ctx.header("Cache-Control", "no-cache");
    send(ctx, name);
  }

  void icon(Context ctx) {
    send(ctx, "icon.svg");
  }

  void openApi(Context ctx) {
    ctx.contentType("application/yaml").result(read(Json.class, "openapi.yaml"));
  }

  private void send(Context ctx, String name) {
    ctx.contentType(type(name)).result(bytes(name));
  }

  private byte[] bytes(String name) {
    var bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalStateException("not among the web's files: " + name);
    }
    return bytes;
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("no media type for " + name);
    };
  }

  private static byte[] load(String name) {
    return read(WebFiles.class, "/web/" + name);
  }

  private static byte[] read(Class<?> from, String name) {
    try (var in = from.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
