package drydock.server.edge;

import drydock.api.Json;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What is refused before any route sees it (broken HTTP, addresses in disguise, headers too large)
/// is answered in the same form as the rest.
public final class HttpErrors implements Request.Handler {
  private final Json json = new Json();

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var message = (String) request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    var status = response.getStatus();
    var problem =
        Problems.ofStatus(
            status, Objects.requireNonNullElse(message, "the request is not valid HTTP"));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
    Headers.STRICT.forEach((name, value) -> response.getHeaders().put(name, value));
    Content.Sink.write(response, true, json.write(problem), callback);
    return true;
  }
}
