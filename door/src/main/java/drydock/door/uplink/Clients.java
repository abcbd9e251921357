package drydock.door.uplink;

import java.net.URI;
import org.eclipse.jetty.client.AuthenticationStore;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// Makes HTTP clients that go out the way the uplink says, and add nothing of their own: no
/// redirects, cookies, decoding, `User-Agent` or `Accept-Encoding`.
public final class Clients {
  private Clients() {}

  /// Not started. The caller sets executor, time limits and resolver.
  public static HttpClient create(Route route) {
    var tls = new SslContextFactory.Client();
    tls.setTrustStore(Trust.store(route.uplink().caFile()));
    var connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(tls);
    var client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setMaxConnectionsPerDestination(1024);
    client.setMaxRequestsQueuedPerDestination(4096);
    client.setMaxRequestHeadersSize(64 * 1024);
    client.setMaxResponseHeadersSize(64 * 1024);
    route.proxy().ifPresent(hop -> goThrough(client, route, hop));
    return client;
  }

  /// The client decodes and retries by itself unless told, once it has started.
  public static void afterStart(HttpClient client) {
    client.getContentDecoderFactories().clear();
    client.getProtocolHandlers().clear();
  }

  private static void goThrough(HttpClient client, Route route, Route.Hop hop) {
    var proxy =
        new HttpProxy(new Origin.Address(hop.host(), hop.port()), hop.secure()) {
          @Override
          public boolean matches(Origin origin) {
            var to = origin.getAddress();
            return route.via(to.getHost(), to.getPort()).isPresent();
          }
        };
    client.getProxyConfiguration().addProxy(proxy);
    hop.authorization()
        .ifPresent(value -> authorize(client.getAuthenticationStore(), proxy.getURI(), value));
  }

  private static void authorize(AuthenticationStore store, URI proxy, String value) {
    store.addAuthenticationResult(
        new org.eclipse.jetty.client.Authentication.Result() {
          @Override
          public URI getURI() {
            return proxy;
          }

          @Override
          public void apply(org.eclipse.jetty.client.Request request) {
            request.headers(h -> h.put(new HttpField(HttpHeader.PROXY_AUTHORIZATION, value)));
          }
        });
  }
}
