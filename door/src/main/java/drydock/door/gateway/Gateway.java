package drydock.door.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.domain.model.Dialect;
import drydock.door.dialect.ErrorBody;
import drydock.door.dialect.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers requests for models. One for all doors; thread safe; blocks its callers.
public final class Gateway {
  private final Sender sender;
  private final InstantSource clock;

  public Gateway(Sender sender, InstantSource clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /// Whether the path is one of ours.
  public static boolean serves(String path) {
    return path.startsWith("/openai/") || path.startsWith("/anthropic/");
  }

  /// @param access none if there is no model behind this door
  public void handle(
      Optional<Access> access, Request request, Response response, Callback callback) {
    var path = Request.getPathInContext(request);
    try {
      var granted = access.orElseThrow(Gateway::noModel);
      if (!granted.admits(request.getHeaders())) {
        throw new RefusedCallException(401, "unauthorized", "this door wants its own token");
      }
      var endpoint =
          Endpoint.find(request.getMethod(), path).orElseThrow(() -> unknown(request, path));
      var provider = granted.way().provider();
      if (!provider.dialects().contains(endpoint.dialect)) {
        throw new RefusedCallException(
            400,
            "wrong_dialect",
            granted.model().name() + " is not reached under " + endpoint.root);
      }
      granted.enter();
      try {
        new Exchange(granted, endpoint, sender, clock).run(request, response, callback);
      } finally {
        granted.leave();
      }
    } catch (RefusedCallException e) {
      refuse(Endpoint.dialectOf(path), e, response, callback);
    }
  }

  private static RefusedCallException noModel() {
    return new RefusedCallException(403, "no_model", "there is no model in this phase");
  }

  private static RefusedCallException unknown(Request request, String path) {
    return new RefusedCallException(
        404, "not_found", "the gateway has no " + request.getMethod() + " " + path);
  }

  /// The connection ends with it: the request's body may not have been read.
  static void refuse(
      Dialect dialect, RefusedCallException refusal, Response response, Callback callback) {
    JsonNode body = ErrorBody.of(dialect, refusal.code(), refusal.says());
    response.setStatus(refusal.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(
        true, ByteBuffer.wrap(Json.write(body).getBytes(StandardCharsets.UTF_8)), callback);
  }
}
