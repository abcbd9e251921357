package drydock.door.gateway;

import java.io.IOException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/// Interrupts the thread that serves a request when its client goes away. HTTP/1.1 servers notice
/// that only when they next write, which for a model that thinks may be minutes later; so the
/// connection, which nobody reads while its request is served, is read here for its end. A client
/// that only shuts down its side counts as gone, as it does for nginx.
final class Hangup implements AutoCloseable {
  private final AbstractEndPoint endPoint;
  private final Thread thread;
  private boolean watching = true;
  private boolean gone;

  private Hangup(AbstractEndPoint endPoint, Thread thread) {
    this.endPoint = endPoint;
    this.thread = thread;
  }

  /// Begins to watch for the calling thread. The request's body must have been read to its end.
  static Hangup watch(EndPoint endPoint) {
    var hangup = new Hangup((AbstractEndPoint) endPoint, Thread.currentThread());
    hangup.listen();
    return hangup;
  }

  private void listen() {
    endPoint.tryFillInterested(
        Callback.from(InvocationType.NON_BLOCKING, this::readable, _ -> lost()));
  }

  private void readable() {
    var again = false;
    synchronized (this) {
      if (!watching) {
        return;
      }
      try {
        var count = endPoint.fill(BufferUtil.allocate(1));
        again = count == 0;
        // Bytes instead of the end are a next request before the answer to this one. No client of
        // models does that (pipelining, RFC 9112 section 9.3.2), and its first byte is lost now.
        if (count != 0) {
          lost();
        }
      } catch (IOException _) {
        lost();
      }
    }
    if (again) {
      listen();
    }
  }

  private synchronized void lost() {
    if (watching && !gone) {
      gone = true;
      thread.interrupt();
    }
  }

  /// Idempotent. Ends the watch, and takes the interruption back: what remains to be done is done
  /// in peace.
  @Override
  public void close() {
    synchronized (this) {
      if (!watching) {
        return;
      }
      watching = false;
      if (gone) {
        Thread.interrupted();
      }
    }
    endPoint.getFillInterest().onFail(new IOException("no longer watched"));
  }
}
