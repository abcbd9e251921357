package drydock.sandbox.selftest;

import drydock.sandbox.Folders;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.selftest.probe.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The classes of [drydock.sandbox.selftest.probe], where the host and every sandbox can run them.
///
/// @param folder on the host
record Programs(Path folder) {
  private static final String INSIDE = "/opt/probe";

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xmx32m",
          "--enable-native-access=ALL-UNNAMED");

  /// Copies them from wherever this program's own classes are.
  static Programs install(Path folder, Folders folders) {
    folders.create(folder);
    try {
      var own = Path.of(Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(own)) {
        var name = Probe.class.getPackageName().replace('.', '/');
        Files.createDirectories(folder.resolve(name));
        try (var classes = Files.list(own.resolve(name))) {
          for (var each : classes.toList()) {
            Files.copy(each, folder.resolve(name).resolve(each.getFileName()));
          }
        }
      } else {
        Files.copy(own, folder.resolve("probe.jar"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + folder, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    folders.adopt(folder);
    return new Programs(folder);
  }

  Bind shown() {
    return new Bind(folder, INSIDE, Bind.Access.READ_ONLY);
  }

  /// The argv that runs one of them inside.
  List<String> inside(List<String> java, Class<?> program, String... arguments) {
    return command(java, INSIDE, program, arguments);
  }

  /// The same on the host, by the runtime that runs this.
  List<String> outside(Class<?> program, String... arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    return command(List.of(java.toString()), folder.toString(), program, arguments);
  }

  private static List<String> command(
      List<String> java, String place, Class<?> program, String... arguments) {
    var command = new ArrayList<>(java);
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", place + ":" + place + "/probe.jar", program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
