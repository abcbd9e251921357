package drydock.server.routes;

import drydock.api.UploadShown;
import drydock.engine.Workstation;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;

/// Archives as bodies, streamed to the workstation as they come in. (An `Idempotency-Key` changes
/// nothing: the same bytes are the same upload.)
final class UploadRoutes {
  private final Workstation workstation;
  private final Wire wire;
  private final long maxBytes;

  UploadRoutes(Workstation workstation, Wire wire, long maxBytes) {
    this.workstation = workstation;
    this.wire = wire;
    this.maxBytes = maxBytes;
  }

  void upload(Context ctx) throws IOException {
    try (var bytes = wire.body(ctx, maxBytes)) {
      var upload = workstation.upload(bytes, Query.text(ctx, "name").orElse("archive"));
      wire.answer(ctx, 201, new UploadShown(upload.id(), upload.name(), upload.bytes()));
    }
  }
}
