package drydock.door.provider;

import java.io.InputStream;
import org.eclipse.jetty.http.HttpFields;

/// A provider's answer, as it comes.
///
/// @param body one read returns what is there; interruptible. A broken answer is an IOException
/// @param abandon ends the call at once if it still runs
public record Answer(int status, HttpFields headers, InputStream body, Runnable abandon)
    implements AutoCloseable {
  @Override
  public void close() {
    abandon.run();
  }
}
