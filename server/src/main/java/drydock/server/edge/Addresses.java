package drydock.server.edge;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/// Absolute addresses of this server, as the one who asks can reach it.
public record Addresses(Optional<URI> publicUrl) {
  public URI of(Context ctx, String path) {
    return URI.create(origin(ctx) + path);
  }

  /// The guard has let in this name only because it is ours.
  private String origin(Context ctx) {
    return publicUrl.map(Addresses::withoutSlash).orElseGet(() -> "http://" + ctx.header("Host"));
  }

  private static String withoutSlash(URI url) {
    return url.toString().replaceFirst("/+$", "");
  }
}
