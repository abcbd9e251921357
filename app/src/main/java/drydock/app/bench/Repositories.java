package drydock.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Repositories of a size.
final class Repositories {
  private Repositories() {}

  /// A repository with one commit of so many small files, a hundred in a folder.
  static Path make(Path folder, int files) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Command.run(folder, "git", "init", "-q", "-b", "main");
    for (var i = 0; i < files; i++) {
      var file = folder.resolve("d" + i / 100).resolve("f" + i + ".txt");
      Files.createDirectories(folder.resolve("d" + i / 100));
      Files.writeString(file, "file " + i + "\n");
    }
    Command.run(folder, "git", "add", "-A");
    Command.run(
        folder,
        "git",
        "-c",
        "user.name=bench",
        "-c",
        "user.email=bench@drydock.invalid",
        "commit",
        "-qm",
        files + " files");
    return folder;
  }
}
