package drydock.door.egress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers of the proxy itself: one line, for whoever reads the log of a set-up that failed.
final class Says {
  private Says() {}

  static void blocked(Response response, Callback callback, String host, int port, String reason) {
    var why = reason.equals("not on the list") ? "is not on the egress list of this phase" : reason;
    say(response, callback, 403, host + ":" + port + " " + why);
  }

  static void failed(Response response, Callback callback, String host, int port, String why) {
    say(response, callback, 502, host + ":" + port + " cannot be reached: " + why);
  }

  private static void say(Response response, Callback callback, int status, String line) {
    var body = ("drydock: " + line + "\n").getBytes(StandardCharsets.UTF_8);
    response.reset();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
