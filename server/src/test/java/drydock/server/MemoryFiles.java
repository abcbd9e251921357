package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.RefusedException;
import drydock.domain.task.AttemptId;
import drydock.engine.TaskFiles;
import drydock.engine.runner.Trees.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Files of tasks, in a folder of the test, and diffs in memory.
final class MemoryFiles implements TaskFiles {
  /// A patch with this end breaks off there.
  static final String BROKEN = "BROKEN";

  private final Path folder;
  private final Map<AttemptId, String> patches = new ConcurrentHashMap<>();
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<AttemptId, Map<String, Path>> files = new ConcurrentHashMap<>();

  MemoryFiles(Path folder) {
    this.folder = folder;
  }

  void put(AttemptId attempt, String name, String content) {
    try {
      var path = Files.createTempFile(folder, "log", "");
      Files.writeString(path, content);
      files.computeIfAbsent(attempt, _ -> new TreeMap<>()).put(name, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void patch(AttemptId attempt, String patch) {
    patches.put(attempt, patch);
  }

  @Override
  public List<Name> list(AttemptId attempt) {
    return files.getOrDefault(attempt, Map.of()).entrySet().stream()
        .map(file -> new Name(file.getKey(), file.getValue().toFile().length()))
        .toList();
  }

  @Override
  public Optional<Path> find(AttemptId attempt, String name) {
    return Optional.ofNullable(files.getOrDefault(attempt, Map.of()).get(name));
  }

  @Override
  public void writePatch(AttemptId attempt, OutputStream to) throws IOException {
    var patch = patches.getOrDefault(attempt, "");
    to.write(patch.getBytes(UTF_8));
    if (patch.endsWith(BROKEN)) {
      to.flush();
      throw new IOException("the disk is gone");
    }
  }

  @Override
  public Optional<String> diffJson(AttemptId attempt) {
    return Optional.ofNullable(patches.get(attempt)).map(_ -> DIFF);
  }

  private static final String DIFF =
      """
      {"stat":{"files":2,"additions":1,"deletions":1},"files":[
        {"path":"b","oldPath":"a","status":"renamed","oldMode":"100644","newMode":"100644",
         "binary":false,"additions":1,"deletions":1,"cut":false,"hunks":[
          {"oldStart":1,"oldLines":1,"newStart":1,"newLines":1,"lines":["-x","+y"]}]},
        {"path":"c","status":"deleted","oldMode":"100755","binary":true,
         "additions":0,"deletions":0,"cut":false,"hunks":[]}]}
      """;

  @Override
  public boolean writeTree(AttemptId attempt, OutputStream to) throws IOException {
    if (!patches.containsKey(attempt)) {
      return false;
    }
    to.write("PK".getBytes(UTF_8));
    return true;
  }

  void blob(AttemptId attempt, String path, byte[] content) {
    blobs.put(attempt + ":" + path, content);
  }

  @Override
  public byte[] blob(AttemptId attempt, Side side, String path) {
    var content = blobs.get(attempt + ":" + path);
    if (content == null || side == Side.OLD) {
      throw new RefusedException(RefusedException.Code.NOT_FOUND, "there is no such file");
    }
    return content;
  }
}
