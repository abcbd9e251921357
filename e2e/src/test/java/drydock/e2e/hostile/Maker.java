package drydock.e2e.hostile;

import java.io.IOException;
import java.io.OutputStream;

/// Makes an archive, as a stream: some are larger than one wants to hold.
@FunctionalInterface
interface Maker {
  void write(OutputStream to) throws IOException;
}
