package drydock.app;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where Drydock itself is installed: the folder of the launcher.
record Installation(Path root) {
  static final String VERSION = "0.1.0";

  /// The launcher says where.
  static Installation find() {
    var told = System.getProperty("drydock.home");
    return new Installation(Path.of(told == null ? "" : told).toAbsolutePath().normalize());
  }

  Path examples() {
    return root.resolve("examples");
  }

  /// The web workstation, as built; the server says so itself if it is not there.
  Path web() {
    return root.resolve("web/dist");
  }

  /// The agent's runtime, as built.
  ///
  /// @throws StartException if it is not there
  Path agent() {
    var folder = root.resolve("agent/target/agent");
    if (!Files.isRegularFile(folder.resolve("bin/agent"))) {
      throw new StartException(
          3, "the agent's runtime is not built: start Drydock by ./drydock, which builds it");
    }
    return folder;
  }
}
