package drydock.door.provider.remote;

import java.net.URI;
import java.util.Arrays;

/// Where a provider's API begins. People write it with the version or without it; a path with a
/// version anywhere (`/v1`, `/api/paas/v4`, `/v1beta/openai`) is complete, to others `/v1` is
/// added.
final class Endpoints {
  private Endpoints() {}

  /// @param path below the version, with a slash, and a query perhaps
  static URI resolve(URI base, String path) {
    var root = base.getPath() == null ? "" : base.getPath().replaceFirst("/+$", "");
    var versioned = Arrays.stream(root.split("/")).anyMatch(s -> s.matches("v\\d+[a-z0-9]*"));
    var authority = base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    return URI.create(
        base.getScheme() + "://" + authority + root + (versioned ? "" : "/v1") + path);
  }
}
