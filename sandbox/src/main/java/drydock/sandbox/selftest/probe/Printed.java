package drydock.sandbox.selftest.probe;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The standard output of the programs here, line by line.
final class Printed {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Printed() {}

  static void line(String... words) {
    OUT.println(String.join("\t", words).replace('\n', ' ').replace('\r', ' '));
  }
}
