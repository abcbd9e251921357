package drydock.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.api.ShareCreate;
import drydock.api.ShareList;
import drydock.api.ShareShown;
import drydock.api.SharedTask;
import drydock.domain.RefusedException;
import drydock.domain.port.Shares.Share;
import drydock.domain.secret.Redactor.Kind;
import drydock.engine.Workstation;
import drydock.server.edge.Addresses;
import drydock.server.edge.Guard;
import drydock.server.edge.Idempotency;
import drydock.server.edge.Query;
import drydock.server.edge.RedactedStream;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Read-only links: made and revoked by those who may, opened by anyone who has one.
final class ShareRoutes {
  private static final Duration USUAL_LIFE = Duration.ofDays(7);
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);

  private final Workstation workstation;
  private final Wire wire;
  private final Addresses addresses;
  private final Idempotency idempotency;
  private final SharedView view;

  ShareRoutes(
      Workstation workstation,
      Wire wire,
      Addresses addresses,
      Idempotency idempotency,
      SharedView view) {
    this.workstation = workstation;
    this.wire = wire;
    this.addresses = addresses;
    this.idempotency = idempotency;
    this.view = view;
  }

  void create(Context ctx) throws IOException {
    var id = Query.taskId(ctx);
    var asked = wire.read(ctx, ShareCreate.class);
    var life = asked.expiresIn().orElse(USUAL_LIFE);
    if (!life.isPositive() || life.compareTo(LONGEST_LIFE) > 0) {
      throw Query.bad("expiresIn is a duration of at most 365 days, like P7D");
    }
    idempotency.answer(
        ctx,
        asked,
        () -> {
          var include = asked.include().orElse(Set.of());
          var made = workstation.share(Guard.actor(ctx), id, life, include);
          var url = addresses.of(ctx, "/s/" + made.token());
          return new Idempotency.Created(201, url.getPath(), shown(made.share(), Optional.of(url)));
        });
  }

  void list(Context ctx) {
    var shares =
        workstation.shares(Query.taskId(ctx)).stream()
            .map(share -> shown(share, Optional.empty()))
            .toList();
    wire.answer(ctx, 200, new ShareList(shares));
  }

  void revoke(Context ctx) {
    workstation.revokeShare(Guard.actor(ctx), ctx.pathParam("share"));
    ctx.status(204);
  }

  void task(Context ctx) {
    wire.answer(ctx, 200, shown(ctx));
  }

  /// What the link of this address shows.
  ///
  /// @throws RefusedException if there is nothing behind it
  SharedTask shown(Context ctx) {
    var share = open(ctx);
    var task = workstation.task(share.task());
    var files = SharedFiles.shown(share.include(), workstation.files().list(task.leading().id()));
    return view.of(task, share, files);
  }

  void file(Context ctx) throws IOException {
    var share = open(ctx);
    var name = ctx.pathParam("file");
    if (!SharedFiles.isShown(share.include(), name)) {
      throw notFound();
    }
    var shown = workstation.task(share.task()).leading();
    switch (name) {
      case SharedFiles.DIFF -> {
        Downloads.asText(ctx, name);
        try (var out = redacted(ctx, Kind.CODE)) {
          workstation.files().writePatch(shown.id(), out);
        }
      }
      case SharedFiles.EXPLANATION -> {
        Downloads.asText(ctx, name);
        ctx.result(view.prose(shown.result().explanation().orElse("")).getBytes(UTF_8));
      }
      default -> {
        var path = workstation.files().find(shown.id(), name).orElseThrow(ShareRoutes::notFound);
        Downloads.asText(ctx, name);
        try (var bytes = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
            var out = redacted(ctx, Kind.PROSE)) {
          bytes.transferTo(out);
        }
      }
    }
  }

  private RedactedStream redacted(Context ctx, Kind kind) {
    return new RedactedStream(ctx.outputStream(), view.redactor().stream(kind));
  }

  /// The share of this address; whatever is wrong with it, the answer is the same.
  private Share open(Context ctx) {
    return workstation.openShare(ctx.pathParam("token")).orElseThrow(ShareRoutes::notFound);
  }

  private static RefusedException notFound() {
    return Query.notFound("this link does not exist, has expired, or was revoked");
  }

  private static ShareShown shown(Share share, Optional<URI> url) {
    return new ShareShown(
        share.id(),
        share.task(),
        share.createdAt(),
        share.expiresAt(),
        share.include().stream().sorted().toList(),
        url);
  }
}
