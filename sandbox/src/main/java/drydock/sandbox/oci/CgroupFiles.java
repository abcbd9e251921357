package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A live sandbox's cgroup folders, by controller; on v2 there is one, named ``.
record CgroupFiles(Map<String, Path> folders) {
  private static final Pattern PATHS = Pattern.compile("\"cgroup_paths\":\\{([^}]*)}");
  private static final Pattern PATH = Pattern.compile("\"([^\"]*)\":\"(/[^\"]*)\"");

  static CgroupFiles ofState(String stateJson) {
    var paths = PATHS.matcher(stateJson);
    return new CgroupFiles(
        paths.find()
            ? PATH.matcher(paths.group(1))
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> Path.of(m.group(2))))
            : Map.of());
  }

  Sandbox.Stats stats() {
    return new Sandbox.Stats(
        read("memory", "memory.usage_in_bytes", "memory.current", Long::parseLong),
        read("cpuacct", "cpuacct.usage", "cpu.stat", CgroupFiles::cpuNanos),
        read("pids", "pids.current", "pids.current", Long::parseLong));
  }

  /// Whether the kernel ended a process for want of memory; `memory.oom_control` of
  /// cgroup-v1/memory.rst, `memory.events` of cgroup-v2.rst.
  boolean outOfMemory() {
    return read("memory", "memory.oom_control", "memory.events", text -> field(text, "oom_kill"))
        > 0;
  }

  private static long cpuNanos(String text) {
    return text.contains(" ") ? field(text, "usage_usec") * 1000 : Long.parseLong(text);
  }

  private static long field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  private long read(
      String controller, String version1, String version2, Function<String, Long> number) {
    var one = folders.get(controller);
    var two = folders.get("");
    var file = one != null ? one.resolve(version1) : two != null ? two.resolve(version2) : null;
    try {
      return file == null ? -1 : number.apply(Files.readString(file).strip());
    } catch (IOException e) {
      // Gone with its sandbox, or a controller that is not delegated.
      return -1;
    }
  }
}
