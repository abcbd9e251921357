package drydock.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The server that `postmaster.pid` in a data folder tells of; the file may be stale. Its lines:
/// pid, data folder, start time, port, socket folder, listen address, shared memory, status
/// (PostgreSQL source, miscadmin.h, LOCK_FILE_LINE_*).
///
/// @param port 0 = not written yet
record Postmaster(long pid, Path data, int port, boolean ready) {
  static final String FILE = "postmaster.pid";
  private static final Path PROC = Path.of("/proc");

  static Optional<Postmaster> read(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve(FILE));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    try {
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  Long.parseLong(line(lines, 1)),
                  data,
                  line(lines, 4).isEmpty() ? 0 : Integer.parseInt(line(lines, 4)),
                  line(lines, 8).equals("ready")));
    } catch (NumberFormatException _) {
      // Half written, at this moment or by a machine that lost power: a stale file in both cases.
      return Optional.of(new Postmaster(0, data, 0, false));
    }
  }

  private static String line(List<String> lines, int number) {
    return number <= lines.size() ? lines.get(number - 1).strip() : "";
  }

  /// Whether that process lives and is a server of this folder: not a zombie that its parent has
  /// yet to reap, nor another program that was given the number after a reboot.
  boolean isAlive() {
    return pid > 0 && !isDead(Long.toString(pid)) && isOurs();
  }

  private boolean isOurs() {
    try {
      return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).equals(data.toRealPath());
    } catch (IOException _) {
      // A container's root may not look at another user's cwd (CAP_SYS_PTRACE), but anyone may at
      // the command line.
      return commandLine().contains("-D\0" + data + "\0");
    }
  }

  private String commandLine() {
    try {
      return Files.readString(PROC.resolve(pid + "/cmdline"));
    } catch (IOException _) {
      return "";
    }
  }

  /// Whether any living process has this folder as its own: every process of a server has.
  static boolean isInhabited(Path data) throws IOException {
    var home = data.toRealPath();
    try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var process : processes) {
        try {
          if (Files.readSymbolicLink(process.resolve("cwd")).equals(home)) {
            return true;
          }
        } catch (IOException _) {
          // It ended meanwhile, or is not ours to see.
        }
      }
    }
    return false;
  }

  /// The state is the field after the name in parentheses (proc_pid_stat(5)).
  private static boolean isDead(String pid) {
    try {
      var stat = Files.readString(PROC.resolve(pid).resolve("stat"));
      var state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state == 'Z' || state == 'X';
    } catch (IOException _) {
      return true;
    }
  }

  /// "Fast" shutdown: open transactions are rolled back, everything is written, no recovery is
  /// needed next time. [ProcessHandle#destroy] sends SIGTERM, which waits for every client; `kill`
  /// is a builtin of every shell, but a program only where procps is installed.
  void stop() throws IOException {
    Programs.run(
        List.of("sh", "-c", "kill -INT \"$1\" 2>/dev/null || :", "sh", Long.toString(pid)));
  }
}
