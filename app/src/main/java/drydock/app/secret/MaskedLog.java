package drydock.app.secret;

import drydock.domain.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The server's own log, which goes to the standard error, without what is secret: line by line.
/// Thread safe.
public final class MaskedLog extends OutputStream {
  private final PrintStream log;
  private final Secrets secrets;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  MaskedLog(PrintStream log, Secrets secrets) {
    this.log = log;
    this.secrets = secrets;
  }

  /// From now on, whatever this process logs.
  public static void install(Secrets secrets) {
    System.setErr(
        new PrintStream(new MaskedLog(System.err, secrets), true, StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void write(int b) {
    line.write(b);
    if (b == '\n') {
      log.print(secrets.mask(line.toString(StandardCharsets.UTF_8)));
      line.reset();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) throws IOException {
    for (var i = from; i < from + count; i++) {
      write(bytes[i]);
    }
  }

  @Override
  public void flush() {
    log.flush();
  }
}
