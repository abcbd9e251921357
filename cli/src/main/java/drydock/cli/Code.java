package drydock.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.cli.show.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `--repo` names, made into what the API takes: a URL as it is, a folder or an archive as an
/// upload.
final class Code {
  private final Server server;
  private final Path folder;
  private final Snapshot.Uncommitted uncommitted;
  private final List<Line> remarks = new ArrayList<>();

  /// @param folder where relative paths start
  Code(Server server, Path folder, Snapshot.Uncommitted uncommitted) {
    this.server = server;
    this.folder = folder;
    this.uncommitted = uncommitted;
  }

  /// What the person should know about what was sent.
  List<Line> remarks() {
    return List.copyOf(remarks);
  }

  /// The folder that is named, if it is one.
  ///
  /// @param from where relative paths start
  static Optional<Path> folder(Path from, String named) {
    return Optional.of(path(from, named).normalize()).filter(Files::isDirectory);
  }

  private static Path path(Path from, String named) {
    return from.resolve(named.replaceFirst("^~(?=/|$)", System.getProperty("user.home")));
  }

  ObjectNode repo(String named) {
    var path = path(folder, named);
    if (Files.isDirectory(path)) {
      return upload(path);
    }
    if (Files.isRegularFile(path)) {
      return server.object().put("upload", sent(path, name(path)));
    }
    if (looksLikePath(named)) {
      throw new CliException(
          ExitCode.USAGE,
          "there is no folder or archive '" + named + "'; a Git URL begins with https://");
    }
    return server.object().put("url", named);
  }

  private ObjectNode upload(Path path) {
    var repository = LocalRepository.at(path.toAbsolutePath().normalize());
    remark(path, repository);
    try (var scratch = Scratch.make()) {
      return server
          .object()
          .put(
              "upload",
              sent(
                  Snapshot.take(repository, uncommitted, scratch),
                  name(repository.top()) + ".tar.gz"));
    }
  }

  private void remark(Path named, LocalRepository repository) {
    if (!repository.isRepository()) {
      remarks.add(Line.quiet(repository.top() + " is no git repository: its files are sent"));
      return;
    }
    if (!isSame(named, repository.top())) {
      remarks.add(
          Line.bad(
              named.getFileName()
                  + " is a folder of the repository "
                  + repository.top()
                  + ": the whole of that is sent"));
    }
    if (repository.isShallow()) {
      remarks.add(Line.quiet("the history here is shallow: the files are sent without it"));
    }
    if (uncommitted == Snapshot.Uncommitted.SENT) {
      return;
    }
    if (repository.head().isEmpty()) {
      throw new CliException(
          ExitCode.USAGE,
          repository.top()
              + " has no commit yet; commit, or send the files with"
              + " --include-uncommitted");
    }
    var changed = repository.uncommitted();
    if (changed > 0) {
      remarks.add(
          Line.bad(
              "%d %s not committed, and not sent (--include-uncommitted sends them)"
                  .formatted(changed, changed == 1 ? "file is" : "files are")));
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sent(Path archive, String name) {
    return server.upload(archive, name, contentType(archive)).path("upload").asText();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String contentType(Path archive) {
    var isZip = name(archive).toLowerCase(Locale.ROOT).endsWith(".zip");
    return isZip ? "application/zip" : "application/gzip";
  }

  private static boolean looksLikePath(String named) {
    return named.matches("[./~].*") || !named.contains(":");
  }
}
