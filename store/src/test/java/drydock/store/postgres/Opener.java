package drydock.store.postgres;

import java.io.IOException;
import java.nio.file.Path;

/// A Drydock with nothing in it but its database, as a process of its own: opens the folder it is
/// given first, with programs in the second, says so, and closes it when its input ends.
final class Opener {
  private Opener() {}

  public static void main(String[] args) throws IOException {
    var began = System.nanoTime();
    try (var _ = Database.embedded(Path.of(args[0]), Path.of(args[1]))) {
      System.out.println("open after " + (System.nanoTime() - began) / 1_000_000 + " ms");
      while (System.in.read() >= 0) {}
    } catch (StoreException e) {
      System.out.println(e.reason() + ": " + e.getMessage());
    }
  }
}
