package drydock.server.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.api.Json;
import drydock.api.MalformedJsonException;
import drydock.domain.RefusedException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/// JSON in and out of a request.
public final class Wire {
  /// No JSON body is larger: the longest prompt, escaped, with room to say that a longer one is too
  /// long.
  public static final long MAX_JSON_BYTES = 4L << 20;

  private final Json json = new Json();

  public <T> T read(Context ctx, Class<T> type) throws IOException {
    requireJson(ctx);
    try (var body = body(ctx, MAX_JSON_BYTES)) {
      return read(new String(body.readAllBytes(), UTF_8), type);
    }
  }

  /// Of what a client sent: what cannot be read elsewhere is our own, and our fault.
  ///
  /// @throws RefusedException if the text is not such a value
  public <T> T read(String text, Class<T> type) {
    try {
      return json.read(text, type);
    } catch (MalformedJsonException e) {
      throw Query.bad(String.valueOf(e.getMessage()));
    }
  }

  public String write(Object value) {
    return json.write(value);
  }

  public void answer(Context ctx, int status, Object value) {
    ctx.status(status).contentType("application/json").result(json.write(value));
  }

  /// The body as it comes in, up to a limit.
  public InputStream body(Context ctx, long limit) throws IOException {
    requirePlain(ctx);
    if (ctx.req().getContentLengthLong() > limit) {
      throw LimitedStream.tooLarge(limit);
    }
    return new LimitedStream(ctx.req().getInputStream(), limit);
  }

  /// Nothing is unpacked: a small body cannot become a large one.
  public static void requirePlain(Context ctx) {
    var encoding = ctx.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedException(
          RefusedException.Code.UNSUPPORTED_MEDIA_TYPE,
          "send the body as it is, without Content-Encoding");
    }
  }

  private static void requireJson(Context ctx) {
    var type = ctx.contentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new RefusedException(
          RefusedException.Code.UNSUPPORTED_MEDIA_TYPE,
          "this takes a JSON body: send it with Content-Type: application/json");
    }
  }
}
