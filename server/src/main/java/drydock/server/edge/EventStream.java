package drydock.server.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.Retryable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/// An answer of type `text/event-stream` (HTML standard, 9.2). Each write goes out at once; where
/// nobody listens any more, it throws [GoneException]. Not thread safe.
public final class EventStream {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final OutputStream out;

  private EventStream(OutputStream out) {
    this.out = out;
  }

  public static EventStream open(HttpServletResponse response) {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("utf-8");
    response.setHeader("X-Accel-Buffering", "no");
    try {
      var stream = new EventStream(response.getOutputStream());
      stream.write("retry: 1000\n\n");
      return stream;
    } catch (IOException e) {
      throw new GoneException(e);
    }
  }

  public void write(String text) {
    try {
      out.write(text.getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new GoneException(e);
    }
  }

  /// A comment, which shows that the stream lives.
  public void beat() {
    write(": still here\n\n");
  }

  @FunctionalInterface
  public interface Question<T> {
    T ask() throws InterruptedException;
  }

  /// A browser takes no stream up again that it was refused once (HTML standard, 9.2.3): so what
  /// passes is waited for here, for as long as there is somebody who listens.
  public <T> T patiently(Question<T> question) throws InterruptedException {
    while (true) {
      try {
        return question.ask();
      } catch (RuntimeException e) {
        if (!(e instanceof Retryable world && world.retryable())) {
          throw e;
        }
        write(": the database is away\n\n");
        Thread.sleep(PAUSE);
      }
    }
  }

  /// Nobody listens any more.
  public static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoneException(IOException cause) {
      super(cause);
    }
  }
}
