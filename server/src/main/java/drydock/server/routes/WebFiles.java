package drydock.server.routes;

import drydock.api.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What is served as it stands among the program's own files.
final class WebFiles {
  void icon(Context ctx) {
    ctx.contentType("image/svg+xml").result(read(WebFiles.class, "/web/icon.svg"));
  }

  void openApi(Context ctx) {
    ctx.contentType("application/yaml").result(read(Json.class, "openapi.yaml"));
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
