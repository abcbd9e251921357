package drydock.sandbox.oci.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The host's tool chains as sandboxes find them: `/usr`, and the folders that the operator names.
final class ToolChains {
  private static final List<String> PATH =
      List.of(
          "/usr/local/sbin",
          "/usr/local/bin",
          "/usr/local/go/bin",
          "/usr/sbin",
          "/usr/bin",
          "/sbin",
          "/bin");

  private final List<Path> named;

  ToolChains(List<Path> named) {
    this.named = named;
  }

  List<Mount> mounts() {
    var all = new ArrayList<Mount>();
    all.add(Mount.readOnly(Path.of("/usr"), "/usr"));
    named.forEach(folder -> all.add(Mount.readOnly(folder, folder.toString())));
    return all;
  }

  Map<String, String> environment() {
    var path = new LinkedHashSet<String>();
    for (var folder : named) {
      var bin = folder.resolve("bin");
      path.add((Files.isDirectory(bin) ? bin : folder).toString());
    }
    PATH.stream().filter(folder -> Files.isDirectory(Path.of(folder))).forEach(path::add);
    var variables = new TreeMap<>(Map.of("PATH", String.join(":", path)));
    newestJdk().ifPresent(home -> variables.put("JAVA_HOME", home.toString()));
    return variables;
  }

  /// The home folders of all JDKs and JREs there, newest first.
  List<Path> jdks() {
    var places = Stream.concat(named.stream(), Stream.of(Path.of("/usr/lib/jvm")));
    return places
        .flatMap(place -> Stream.concat(Stream.of(place), children(place).stream()))
        .filter(home -> Files.isExecutable(home.resolve("bin/java")))
        .filter(home -> !Files.isSymbolicLink(home))
        .sorted(Comparator.comparing(ToolChains::version).reversed())
        .toList();
  }

  private Optional<Path> newestJdk() {
    return jdks().stream().filter(home -> Files.exists(home.resolve("bin/javac"))).findFirst();
  }

  /// What every JDK since 7 says of itself in its file `release`.
  private static Runtime.Version version(Path home) {
    try (var lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.substring(13).replace("\"", "").replaceFirst("_.*", ""))
          .findFirst()
          .map(Runtime.Version::parse)
          .orElse(Runtime.Version.parse("1"));
    } catch (IOException | IllegalArgumentException e) {
      return Runtime.Version.parse("1");
    }
  }

  private static List<Path> children(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
