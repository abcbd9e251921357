package drydock.git.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Processes of git that outlived their server: a host that says nothing keeps them for ever, and
/// what they still write meets what the next server does. All of them, their children too, are
/// known by their HOME (proc_pid_environ(5)).
public final class Remains {
  private static final int ROUNDS = 5;

  private Remains() {}

  /// Kills them, and waits until they are gone; but not for ever for what cannot be killed.
  ///
  /// @param home the folder that git takes for its HOME; nobody else uses it now
  /// @return how many there were
  public static int end(Path home) {
    var ended = 0;
    // One that is killed may have begun another just before.
    for (var round = 0; round < ROUNDS; round++) {
      var found = of(home);
      if (found.isEmpty()) {
        break;
      }
      found.forEach(ProcessHandle::destroyForcibly);
      // One that nobody buries is gone all the same.
      found.forEach(p -> p.onExit().completeOnTimeout(p, 1, TimeUnit.SECONDS).join());
      ended += found.size();
    }
    return ended;
  }

  private static List<ProcessHandle> of(Path home) {
    // As its bytes are: a path need not be ASCII.
    var mark = "\0" + new String(("HOME=" + home).getBytes(UTF_8), ISO_8859_1) + "\0";
    return ProcessHandle.allProcesses()
        .filter(process -> ("\0" + environment(process)).contains(mark))
        .toList();
  }

  /// Empty if it is gone, or somebody else's.
  private static String environment(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
