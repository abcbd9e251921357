package drydock.app;

import drydock.engine.home.Home;
import drydock.sandbox.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Brings the agent's runtime to where sandboxes can reach it: the installation may lie in a home
/// that other users cannot walk into.
final class AgentRuntime {
  private AgentRuntime() {}

  /// Copied once for each build; times are kept, because the ahead-of-time cache checks its jars'.
  static Path install(Path built, Home home, Folders folders) {
    var place = home.root().resolve("agent");
    folders.create(place);
    try {
      var target = place.resolve(fingerprint(built));
      if (!Files.isDirectory(target)) {
        var beside = place.resolve("incoming.new");
        folders.remove(beside);
        copy(built, beside);
        folders.adopt(beside);
        Files.move(beside, target);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot install the agent's runtime in " + place, e);
    }
  }

  private static String fingerprint(Path built) throws IOException {
    var text = new StringBuilder();
    try (var files = Files.list(built.resolve("lib"))) {
      for (var file : files.sorted().toList()) {
        describe(file, text);
      }
    }
    describe(built.resolve("agent.aot"), text);
    describe(built.resolve("bin/agent"), text);
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void describe(Path file, StringBuilder text) throws IOException {
    text.append(file.getFileName())
        .append(' ')
        .append(Files.size(file))
        .append(' ')
        .append(Files.getLastModifiedTime(file))
        .append('\n');
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file)),
                StandardCopyOption.COPY_ATTRIBUTES,
                java.nio.file.LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
