package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import drydock.api.Json;
import drydock.api.Problem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Holds every response of every test to `openapi.yaml`.
final class OpenApi {
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(document()).build();

  /// What a request gets that never reached a route.
  private static final Set<Integer> WITHOUT_ROUTE = Set.of(400, 401, 403, 404, 405);

  private OpenApi() {}

  static String document() {
    try (var in = Json.class.getResourceAsStream("openapi.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An operation as described; `open` if it needs no proof of who asks.
  record Operation(String method, String path, boolean open) {}

  static List<Operation> operations() {
    var parsed = new OpenAPIV3Parser().readContents(document()).getOpenAPI();
    return parsed.getPaths().entrySet().stream()
        .flatMap(path ->
            path.getValue().readOperationsMap().entrySet().stream()
                .map(operation ->
                    new Operation(
                        operation.getKey().name(),
                        path.getKey(),
                        List.of().equals(operation.getValue().getSecurity()))))
        .toList();
  }

  static void check(HttpResponse<String> response) {
    var request = response.request();
    var type = response.headers().firstValue("Content-Type").orElse("");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("same-origin");
    assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    if (type.startsWith("application/problem+json")) {
      var problem = new Json().read(response.body(), Problem.class);
      assertThat(problem.status()).isEqualTo(response.statusCode());
      assertThat(problem.detail()).isNotBlank().doesNotContain("\n", "Exception", "drydock.");
    }
    if (isOwnPage(request.uri().getPath())) {
      return;
    }
    var seen = SimpleResponse.Builder.status(response.statusCode());
    response.headers().map().forEach(seen::withHeader);
    if (!response.body().isEmpty()) {
      seen.withBody(response.body());
    }
    var report =
        VALIDATOR.validateResponse(
            templated(request.uri().getPath()),
            Request.Method.valueOf(request.method()),
            seen.build());
    assertThat(report.getMessages())
        .filteredOn(message -> !isFine(message, response))
        .as("%s %s: %s %s", request.method(), request.uri(), response.statusCode(), response.body())
        .isEmpty();
  }

  /// OpenAPI has no parameter of several segments; a file's name may have them.
  private static String templated(String path) {
    return path.replaceFirst("(?s)^(/logs/[^/]+)/.+", "$1/file");
  }

  private static boolean isOwnPage(String path) {
    return path.equals("/")
        || path.equals("/favicon.ico")
        || path.startsWith("/assets/")
        || path.matches("/(tasks|settings)(/.*)?")
        || path.matches("/s/[^/]+");
  }

  private static boolean isFine(ValidationReport.Message message, HttpResponse<String> response) {
    return switch (message.getKey()) {
      case "validation.request.path.missing", "validation.request.operation.notAllowed" ->
          WITHOUT_ROUTE.contains(response.statusCode());
      // Named nowhere, because nobody may count on it.
      case "validation.response.status.unknown" -> response.statusCode() == 500;
      // An empty text is a text.
      case "validation.response.body.missing" ->
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
      default -> false;
    };
  }
}
