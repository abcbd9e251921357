package drydock.door;

import java.nio.file.Path;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/// The listening socket of one door. Its connections are served by the server all doors share.
final class DoorConnector extends UnixDomainServerConnector {
  private static final int MAX_CONNECTIONS = 512;
  private static final int BACKLOG = 128;
  private static final int MAX_HEADER_BYTES = 64 * 1024;

  /// Longer than any call may take: an idle client of a thinking model is not idle.
  private static final long IDLE_MILLIS = 30 * 60_000L;

  /// A proxy goes by the target and ignores a Host that differs (RFC 9112 section 3.2.2).
  private static final HttpCompliance HTTP =
      HttpCompliance.RFC9110.with("door", HttpCompliance.Violation.MISMATCHED_AUTHORITY);

  DoorConnector(Server server, Path socket) {
    super(server, 0, 1, new HttpConnectionFactory(http()));
    setUnixDomainPath(socket);
    setAcceptQueueSize(BACKLOG);
    setIdleTimeout(IDLE_MILLIS);
    setShutdownIdleTimeout(0);
  }

  private static HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setResponseHeaderSize(MAX_HEADER_BYTES);
    http.setHttpCompliance(HTTP);
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }

  /// A sandbox that opens connections without end must not take the server's file descriptors.
  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
    if (getConnectedEndPoints().size() > MAX_CONNECTIONS) {
      endPoint.close();
    }
  }
}
