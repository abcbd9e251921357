package drydock.door.provider.remote;

import drydock.domain.model.Dialect;
import drydock.door.provider.Answer;
import drydock.door.provider.Outgoing;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.provider.Upstream;
import drydock.door.provider.UpstreamException;
import drydock.door.provider.UpstreamException.Kind;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Calls a provider over HTTP, with its real key.
public final class RemoteUpstream implements Upstream {
  private static final String ANTHROPIC_VERSION = "2023-06-01";

  private final HttpClient client;
  private final Provider.Remote provider;
  private final Patience patience;

  /// @param client started; shared with others
  public RemoteUpstream(HttpClient client, Provider.Remote provider, Patience patience) {
    this.client = client;
    this.provider = provider;
    this.patience = patience;
  }

  @Override
  public Answer send(Outgoing outgoing) throws InterruptedException {
    var request = request(outgoing);
    var listener = new InputStreamResponseListener();
    request.send(listener);
    try {
      var response = listener.get(patience.firstByte().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          response.getStatus(),
          response.getHeaders(),
          listener.getInputStream(),
          () -> abandon(request));
    } catch (TimeoutException e) {
      abandon(request);
      throw new UpstreamException(
          Kind.SILENT, where() + " sent nothing for " + patience.firstByte().toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      abandon(request);
      throw e;
    }
  }

  private Request request(Outgoing outgoing) {
    var request =
        client
            .newRequest(Endpoints.resolve(provider.baseUrl(), outgoing.path()))
            .method(outgoing.method())
            .idleTimeout(patience.idle().toMillis(), TimeUnit.MILLISECONDS)
            .headers(headers -> headers.add(outgoing.headers()).add(authorization(outgoing)));
    if (outgoing.body().hasRemaining()) {
      var type = outgoing.headers().get(HttpHeader.CONTENT_TYPE);
      request.body(
          new ByteBufferRequestContent(
              type == null ? "application/json" : type, outgoing.body().duplicate()));
    }
    return request;
  }

  private HttpFields authorization(Outgoing outgoing) {
    var fields = HttpFields.build();
    var anthropic = provider.dialects().contains(Dialect.ANTHROPIC_MESSAGES);
    if (anthropic && !outgoing.headers().contains("anthropic-version")) {
      fields.put("anthropic-version", ANTHROPIC_VERSION);
    }
    provider
        .key()
        .ifPresent(key -> {
          if (anthropic) {
            fields.put("x-api-key", key.reveal());
          } else {
            fields.put(HttpHeader.AUTHORIZATION, "Bearer " + key.reveal());
          }
        });
    return fields;
  }

  private UpstreamException failed(Throwable cause) {
    return switch (cause) {
      case UnknownHostException _ -> unreachable("its name is not known", cause);
      case UnresolvedAddressException _ -> unreachable("its name is not known", cause);
      case SocketTimeoutException _ -> unreachable("no connection in time", cause);
      case ConnectException e -> unreachable(String.valueOf(e.getMessage()), cause);
      case SSLException e -> unreachable("TLS: " + e.getMessage(), cause);
      case TimeoutException _ ->
          new UpstreamException(
              Kind.SILENT,
              where() + " sent nothing for " + patience.idle().toSeconds() + " s",
              cause);
      default ->
          new UpstreamException(Kind.BROKEN, where() + " closed the connection early", cause);
    };
  }

  private UpstreamException unreachable(String why, Throwable cause) {
    return new UpstreamException(Kind.UNREACHABLE, where() + " cannot be reached: " + why, cause);
  }

  /// The provider by name and host: its URL might hold a password.
  private String where() {
    var port = provider.baseUrl().getPort();
    return "the provider "
        + provider.name()
        + " at "
        + provider.baseUrl().getHost()
        + (port < 0 ? "" : ":" + port);
  }

  private static void abandon(Request request) {
    var _ = request.abort(new CancellationException("no longer wanted"));
  }
}
