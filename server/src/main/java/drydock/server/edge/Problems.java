package drydock.server.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.api.Json;
import drydock.api.Problem;
import drydock.domain.DiskFull;
import drydock.domain.RefusedException;
import drydock.domain.Retryable;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whatever goes wrong becomes `application/problem+json` here, and only here.
public final class Problems {
  static final String MEDIA_TYPE = "application/problem+json";

  /// Seconds; an embedded database that crashed is back by then.
  private static final String RETRY_AFTER = "5";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Json json = new Json();
  private final RandomGenerator random;

  public Problems(RandomGenerator random) {
    this.random = random;
  }

  public void answer(Context ctx, Exception e) {
    var problem = of(e, ctx.method() + " " + ctx.path());
    if (ctx.res().isCommitted()) {
      breakOff(ctx);
      return;
    }
    ctx.res().resetBuffer();
    if (problem.status() == 401) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 503) {
      ctx.header("Retry-After", RETRY_AFTER);
    }
    if (e instanceof MethodNotAllowedResponse refused) {
      ctx.header("Allow", allowed(refused));
    }
    ctx.status(problem.status()).contentType(MEDIA_TYPE);
    send(ctx, json.write(problem).getBytes(UTF_8));
  }

  /// The methods that the address does take (RFC 9110, 15.5.6); where there is GET there is HEAD.
  private static String allowed(MethodNotAllowedResponse refused) {
    var methods = String.join(", ", refused.getDetails().values());
    return methods.contains("GET") && !methods.contains("HEAD") ? methods + ", HEAD" : methods;
  }

  /// The answer is under way: nobody may take the half for the whole. A chunked body without its
  /// last chunk is incomplete (RFC 9112, 8).
  private static void breakOff(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private static void send(Context ctx, byte[] body) {
    try {
      ctx.res().setContentLength(body.length);
      ctx.res().getOutputStream().write(body);
      ctx.res().flushBuffer();
      Lingering.over(ctx.req());
    } catch (IOException _) {
      // It went away before it heard of it.
    }
  }

  /// @param request for the log, should it be our fault
  Problem of(Exception e, String request) {
    return switch (e) {
      case RefusedException refused -> problem(refused.code(), message(refused));
      case HttpResponseException http -> ofStatus(http.getStatus(), message(http));
      case Exception _ when e instanceof HttpException http -> ofStatus(http.getCode(), message(e));
      case Exception _ when DiskFull.explains(e) -> full(e, request);
      case Exception _ when e instanceof Retryable world && world.retryable() -> away(e, request);
      default -> internal(e, request);
    };
  }

  /// The database, or whatever else we need and do not rule.
  private static Problem away(Exception e, String request) {
    LOG.warn("{} could not be answered: {}", request, e.getMessage());
    return problem(
        503,
        "unavailable",
        "something that Drydock needs is away for the moment: ask again in a few seconds");
  }

  private static Problem full(Exception e, String request) {
    LOG.warn("{} could not be answered: {}", request, e.getMessage());
    return problem(
        503,
        "disk_full",
        "the server's disk is full: free some space on it, or delete tasks, then ask again");
  }

  private static String message(Exception e) {
    return Objects.requireNonNullElse(e.getMessage(), "the request is not valid HTTP");
  }

  private static Problem problem(RefusedException.Code code, String detail) {
    return problem(status(code), code.name().toLowerCase(Locale.ROOT), detail);
  }

  private static Problem problem(int status, String code, String detail) {
    var title = HttpStatus.forStatus(status).getMessage();
    return new Problem("about:blank", title, status, code, detail, Optional.empty());
  }

  /// What the HTTP library refuses by itself.
  static Problem ofStatus(int status, String detail) {
    return switch (status) {
      case 404 -> problem(RefusedException.Code.NOT_FOUND, "there is nothing at this address");
      case 405 ->
          problem(
              RefusedException.Code.METHOD_NOT_ALLOWED, "this address does not take this method");
      case 413 -> problem(RefusedException.Code.TOO_LARGE, "the body is too large");
      default -> problem(status, status < 500 ? "bad_request" : "internal", detail);
    };
  }

  private Problem internal(Exception e, String request) {
    var id = HexFormat.of().toHexDigits(random.nextInt());
    LOG.error("{} failed ({})", request, id, e);
    return new Problem(
        "about:blank",
        "Internal Server Error",
        500,
        "internal",
        "Drydock failed; its log tells more under " + id,
        Optional.of(id));
  }

  public static int status(RefusedException.Code code) {
    return switch (code) {
      case BAD_REQUEST,
          PROMPT_EMPTY,
          UNKNOWN_MODE,
          UNKNOWN_AGENT,
          UNKNOWN_PROVIDER,
          UNKNOWN_MODEL,
          MODEL_HAS_NO_PRICE,
          NO_MODEL,
          UNKNOWN_UPLOAD,
          REPOSITORY_INVALID,
          ARCHIVE_REJECTED ->
          400;
      case UNAUTHORIZED -> 401;
      case FORBIDDEN, FORBIDDEN_ORIGIN -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case CONFLICT, IDEMPOTENCY_CONFLICT -> 409;
      case PROMPT_TOO_LARGE, TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case NOT_AVAILABLE, REPOSITORY_UNAVAILABLE, KEY_REFUSED, PROVIDER_UNAVAILABLE -> 422;
      case TOO_MANY_REQUESTS -> 429;
    };
  }
}
