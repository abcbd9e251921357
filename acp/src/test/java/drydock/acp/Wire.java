package drydock.acp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;

/// Two pipes, and the far ends of them in the hands of a test.
final class Wire implements AutoCloseable {
  final InputStream nearIn;
  final OutputStream nearOut;
  final InputStream farIn;
  final OutputStream farOut;
  private final BufferedReader lines;

  Wire() {
    try {
      var there = Pipe.open();
      var back = Pipe.open();
      nearOut = Channels.newOutputStream(there.sink());
      farIn = Channels.newInputStream(there.source());
      farOut = Channels.newOutputStream(back.sink());
      nearIn = Channels.newInputStream(back.source());
      lines = new BufferedReader(new InputStreamReader(farIn, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String readLine() throws IOException {
    return String.valueOf(lines.readLine());
  }

  void write(String text) throws IOException {
    farOut.write(text.getBytes(StandardCharsets.UTF_8));
    farOut.flush();
  }

  @Override
  public void close() throws IOException {
    farOut.close();
    farIn.close();
  }
}
