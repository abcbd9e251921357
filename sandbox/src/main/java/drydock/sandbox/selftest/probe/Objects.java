package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Things that belong to the host or to another sandbox: files, processes, sockets, memory.
final class Objects {
  private Objects() {}

  /// What stands between us and the host: a namespace, if ours is another than any of these.
  ///
  /// @param kind `mnt`, `pid`, `net`, `ipc`: namespaces(7)
  /// @param hosts as its links in `/proc` say them
  static String wall(String kind, List<String> hosts) throws IOException {
    var own = Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString();
    return hosts.contains(own)
        ? "in the host's " + kind + " namespace"
        : "own " + kind + " namespace";
  }

  static Answer files(List<String> paths, String wall) {
    for (var path : paths) {
      if (Files.exists(Path.of(path))) {
        return Answer.open(path + " is there");
      }
    }
    return Answer.blocked("%s: none of %d paths is there".formatted(wall, paths.size()));
  }

  /// In every process filesystem that is mounted, whole or in part.
  static Answer processes(String word, String wall) throws IOException {
    var seen = 0;
    for (var mount : Mounts.all()) {
      if (mount.type().equals("proc")) {
        for (var process : processes(mount)) {
          seen++;
          if (commandLine(process).contains(word)) {
            return Answer.open(process + " is one");
          }
        }
      }
    }
    return Answer.blocked("%s: none of %d processes is one".formatted(wall, seen));
  }

  private static List<Path> processes(Mounts.Mount mount) throws IOException {
    var point = Path.of(mount.point());
    if (mount.root().matches("/\\d+")) {
      return List.of(point);
    }
    var all = new ArrayList<Path>();
    if (mount.root().equals("/")) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(point, "[0-9]*")) {
        found.forEach(all::add);
      }
    }
    return all;
  }

  private static String commandLine(Path process) {
    try {
      return new String(
          Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It has just ended.
      return "";
    }
  }

  static Answer abstractSocket(String name, String wall) {
    try (var arena = Arena.ofConfined()) {
      var address = Inet.abstractName(arena, name);
      var socket = Kernel.call(Call.SOCKET, Inet.AF_UNIX, Inet.STREAM, 0);
      var connected = Kernel.call(Call.CONNECT, socket, address, address.byteSize());
      return connected == 0
          ? Answer.open("@" + name + " answers")
          : Answer.blocked(wall + ": " + Kernel.name(connected));
    }
  }

  /// A segment of System V's that everybody may use.
  static Answer memory(int key, String wall) {
    var id = Kernel.call(Call.SHMGET, key, 0, 0);
    return id >= 0
        ? Answer.open("the segment " + key + " is there")
        : Answer.blocked(wall + ": " + Kernel.name(id));
  }

  /// The door of another attempt, in its folder, and its token at our own.
  static Answer door(Path folder, List<String> tokens, String wall) throws IOException {
    var door = new Door(folder.resolve("door.sock"));
    if (door.isThere()) {
      return Answer.open(door.socket() + " is there");
    }
    var said = wall + ": its folder is not there";
    for (var token : tokens) {
      var answer = Door.OWN.takes(token);
      if (answer.open()) {
        return answer;
      }
      said += "; " + answer.detail();
    }
    return Answer.blocked(said);
  }
}
