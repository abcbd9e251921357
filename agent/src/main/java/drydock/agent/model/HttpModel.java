package drydock.agent.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// A model over HTTP: sends the request a [Dialect] wrote and reads the stream it understands.
public final class HttpModel implements Model {
  private static final int ERROR_LIMIT = 64 * 1024;

  private final Supplier<HttpClient> http;
  private final Endpoint endpoint;
  private final Dialect dialect;

  public HttpModel(Supplier<HttpClient> http, Endpoint endpoint, Dialect dialect) {
    this.http = http;
    this.endpoint = endpoint;
    this.dialect = dialect;
  }

  @Override
  public Answer ask(Prompt prompt, Live live) throws InterruptedException {
    while (true) {
      try (var response = send(prompt)) {
        if (response.status() == 200) {
          return read(response.body(), live);
        }
        var complaint = response.text();
        if (response.status() != 400 || !dialect.adapt(complaint)) {
          throw Refusal.of(response.status(), complaint, endpoint.model());
        }
      } catch (IOException e) {
        throw broken(e);
      }
    }
  }

  private Reply send(Prompt prompt) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint.uri(dialect.path()))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(endpoint.silence())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(Json.write(dialect.request(prompt))));
    dialect.headers().forEach(request::header);
    return new Reply(http.get().send(request.build(), BodyHandlers.ofInputStream()));
  }

  private Answer read(InputStream body, Live live) throws IOException, InterruptedException {
    var fold = dialect.fold(live);
    try (var watched = new WatchedStream(body, endpoint.silence())) {
      var events = new ServerEvents(watched);
      for (var event = events.next(); event != null; event = events.next()) {
        if (event.data().equals("[DONE]")) {
          return fold.answer(false);
        }
        var data = Json.parse(event.data());
        if (data.isEmpty()) {
          throw new IOException("the stream holds what is no JSON: " + Refusal.clip(event.data()));
        }
        fold.event(event.type(), data.get());
        if (fold.isOver() || live.enough()) {
          return fold.answer(!fold.isOver());
        }
      }
    }
    if (!fold.mayEnd()) {
      throw new IOException("the stream ended before the answer did");
    }
    return fold.answer(false);
  }

  /// A read that was interrupted shows as an I/O error.
  private ModelException broken(IOException e) throws InterruptedException {
    if (Thread.currentThread().isInterrupted() || e.getCause() instanceof InterruptedException) {
      throw new InterruptedException();
    }
    if (e instanceof ConnectException) {
      return new ModelException(
          ModelException.Reason.BROKEN,
          "the model server at " + endpoint.base() + " cannot be reached");
    }
    var why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new ModelException(
        ModelException.Reason.BROKEN, "the model's answer broke off: " + Refusal.clip(why));
  }

  private record Reply(HttpResponse<InputStream> response) implements AutoCloseable {
    int status() {
      return response.statusCode();
    }

    InputStream body() {
      return response.body();
    }

    String text() throws IOException {
      return new String(body().readNBytes(ERROR_LIMIT), StandardCharsets.UTF_8);
    }

    /// Drops the connection if the body was not read to its end, which stops the server's work.
    @Override
    public void close() throws IOException {
      body().close();
    }
  }
}
