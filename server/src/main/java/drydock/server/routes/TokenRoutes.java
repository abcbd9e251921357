package drydock.server.routes;

import drydock.api.token.TokenCreate;
import drydock.api.token.TokenList;
import drydock.api.token.TokenShown;
import drydock.domain.port.AccessTokens.AccessToken;
import drydock.server.access.NamedTokens;
import drydock.server.edge.Live;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/// `/api/tokens`. (There is no `Idempotency-Key`: its answer would have to be kept, and a token is
/// kept nowhere. A name that is there is a conflict.)
final class TokenRoutes {
  private final NamedTokens tokens;
  private final Wire wire;
  private final Live live;

  TokenRoutes(NamedTokens tokens, Wire wire, Live live) {
    this.tokens = tokens;
    this.wire = wire;
    this.live = live;
  }

  void list(Context ctx) {
    var shown = tokens.list().stream().map(token -> shown(token, Optional.empty())).toList();
    wire.answer(ctx, 200, new TokenList(shown));
  }

  void create(Context ctx) throws IOException {
    var asked = wire.read(ctx, TokenCreate.class);
    var made = tokens.make(asked.name(), asked.scope(), asked.expiresIn());
    ctx.header("Location", "/api/tokens/" + made.token().id());
    wire.answer(ctx, 201, shown(made.token(), Optional.of(made.secret())));
  }

  void revoke(Context ctx) {
    live.end(tokens.revoke(ctx.pathParam("token")));
    ctx.status(204);
  }

  private static TokenShown shown(AccessToken token, Optional<String> secret) {
    return new TokenShown(
        token.id(),
        token.name(),
        token.scope(),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsedAt(),
        secret);
  }
}
