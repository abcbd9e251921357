package drydock.engine;

import drydock.domain.RefusedException;
import drydock.domain.task.AttemptId;
import drydock.engine.runner.Trees.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A task's files for people: `logs/<task_id>/` (contract, section 4). Names come from outside and
/// are checked: nothing outside the attempt's folder is ever opened, and no link is followed.
/// Thread safe.
public interface TaskFiles {
  /// Before the names of what people attached: `attachments/ID/NAME`.
  String ATTACHMENTS = "attachments/";

  /// Names relative to the attempt's folder, sorted; `output/...` and what people attached
  /// included.
  List<Name> list(AttemptId attempt);

  /// A file to read, if it is there.
  Optional<Path> find(AttemptId attempt, String name);

  /// The diff so far of a running attempt, or the final one; empty if nothing changed. Written as
  /// `git diff` does.
  void writePatch(AttemptId attempt, OutputStream to) throws IOException;

  /// `diff.json` as kept at collection, or none if there is no diff yet.
  Optional<String> diffJson(AttemptId attempt);

  /// The whole changed tree as a zip, if the attempt got as far as a diff.
  ///
  /// @return false, with nothing written, if it did not
  boolean writeTree(AttemptId attempt, OutputStream to) throws IOException;

  /// A regular file of the repository: as the task found it, or as it is now. Works as long as
  /// [#writeTree] does. No link is followed.
  ///
  /// @param path below the repository's root, with `/`
  /// @throws RefusedException NOT_FOUND, or TOO_LARGE above [#MOST_BLOB_BYTES]
  byte[] blob(AttemptId attempt, Side side, String path);

  int MOST_BLOB_BYTES = 16 << 20;

  record Name(String path, long bytes) {}
}
