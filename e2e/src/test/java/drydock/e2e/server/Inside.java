package drydock.e2e.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The processes of a task's sandboxes, as the host sees them.
public final class Inside {
  private Inside() {}

  /// Those with this word in their command line.
  public static List<ProcessHandle> processes(String task, String word) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process, "environ", "DRYDOCK_TASK_ID=" + task))
        .filter(process -> holds(process, "cmdline", word))
        .toList();
  }

  private static boolean holds(ProcessHandle process, String file, String word) {
    var path = Path.of("/proc", String.valueOf(process.pid()), file);
    try {
      var all = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
      return List.of(all.split("\0")).contains(word);
    } catch (IOException e) {
      // It has ended, or is not ours.
      return false;
    }
  }
}
