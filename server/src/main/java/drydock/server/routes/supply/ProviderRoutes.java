package drydock.server.routes.supply;

import drydock.api.provider.ModelChoice;
import drydock.api.provider.ModelDefault;
import drydock.api.provider.ModelTried;
import drydock.api.provider.ModelTry;
import drydock.api.provider.ProviderList;
import drydock.api.provider.ProviderSet;
import drydock.api.provider.ProviderShown;
import drydock.domain.Secret;
import drydock.engine.supply.ModelSupply;
import drydock.server.edge.Guard;
import drydock.server.edge.Query;
import drydock.server.edge.Wire;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/// `/api/providers`, and a try of a model.
public record ProviderRoutes(ModelSupply models, Wire wire) {
  public void list(Context ctx) {
    var shown = models.providers().stream().map(ProviderRoutes::shown).toList();
    var usual = models.usual();
    wire.answer(
        ctx,
        200,
        new ProviderList(
            shown,
            usual.map(ModelSupply.Usual::model),
            usual.map(ModelSupply.Usual::why).map(Query::wireName)));
  }

  public void set(Context ctx) throws IOException {
    var asked = wire.read(ctx, ProviderSet.class);
    var key = asked.key().map(String::strip).filter(text -> !text.isEmpty()).map(Secret::new);
    var url = asked.url().map(String::strip).filter(text -> !text.isEmpty());
    wire.answer(ctx, 200, shown(models.set(ctx.pathParam("provider"), key, url)));
  }

  public void remove(Context ctx) {
    models.remove(ctx.pathParam("provider"));
    ctx.status(204);
  }

  public void use(Context ctx) throws IOException {
    var usual = models.use(wire.read(ctx, ModelChoice.class).model());
    wire.answer(ctx, 200, new ModelDefault(usual.model(), Query.wireName(usual.why())));
  }

  public void useNone(Context ctx) {
    models.useNone();
    ctx.status(204);
  }

  public void tryModel(Context ctx) throws IOException, InterruptedException {
    var asked = wire.read(ctx, ModelTry.class);
    var tried = models.tried(Guard.actor(ctx).name(), asked.model());
    var failure = tried.failure();
    wire.answer(
        ctx,
        200,
        new ModelTried(
            failure.isEmpty(),
            tried.latency().toMillis(),
            failure.isEmpty() ? Optional.of(tried.said()) : Optional.empty(),
            failure.isEmpty() ? Optional.of(tried.inputTokens()) : Optional.empty(),
            failure.isEmpty() ? Optional.of(tried.outputTokens()) : Optional.empty(),
            failure.map(why -> Query.wireName(why.reason())),
            failure.map(ModelSupply.Failure::detail)));
  }

  private static ProviderShown shown(ModelSupply.ProviderState provider) {
    return new ProviderShown(
        provider.name(),
        provider.url(),
        provider.origin().map(Query::wireName),
        provider.hasKey(),
        provider.keyEnds(),
        provider.models());
  }
}
