package drydock.server.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import drydock.domain.secret.Redaction;
import java.io.IOException;
import java.io.OutputStream;

/// Bytes for strangers: what is secret in them is taken out as they go by, everything else passes
/// unchanged, text or not. Closing it tells the rest, and leaves the stream below open.
public final class RedactedStream extends OutputStream {
  private final OutputStream out;
  private final Redaction redaction;

  public RedactedStream(OutputStream out, Redaction redaction) {
    this.out = out;
    this.redaction = redaction;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    tell(redaction.next(new String(bytes, from, count, ISO_8859_1)));
  }

  @Override
  public void close() throws IOException {
    tell(redaction.end());
  }

  private void tell(String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }
}
