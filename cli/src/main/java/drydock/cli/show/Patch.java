package drydock.cli.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A task's diff: bytes, since the files it changes may have any encoding.
public final class Patch {
  private final byte[] bytes;

  public Patch(byte[] bytes) {
    this.bytes = bytes;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  public void writeTo(Path file) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Coloured on a terminal; elsewhere byte for byte, so that `git apply` can take it.
  public void show(Screen screen) {
    if (screen.isTerminal()) {
      screen.print(PatchLines.of(new String(bytes, StandardCharsets.UTF_8)));
    } else {
      screen.write(bytes);
    }
  }
}
