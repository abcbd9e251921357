package drydock.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The difference between a folder and its last commit, new files included. The repository's index
/// and object store stay untouched: both are borrowed for reading, and written elsewhere.
final class FolderDiff {
  /// What git calls a tree with nothing in it, in a repository of SHA-1.
  private static final String EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

  private final Path folder;
  private final Path output;

  /// @param output left out of the difference
  FolderDiff(Path folder, Path output) {
    this.folder = folder;
    this.output = output;
  }

  /// Empty where there is no repository.
  byte[] take() throws IOException, InterruptedException {
    var place = Files.createTempDirectory("drydock-diff");
    try {
      return take(place);
    } finally {
      remove(place);
    }
  }

  private byte[] take(Path place) throws IOException, InterruptedException {
    var objects = said(Map.of(), "rev-parse", "--git-path", "objects");
    if (objects.isEmpty()) {
      return new byte[0];
    }
    var index = folder.resolve(said(Map.of(), "rev-parse", "--git-path", "index").orElseThrow());
    if (Files.exists(index)) {
      // With its time: by that git knows which files were changed in the very second they were
      // added, and must be read to be told apart (git's "racy" entries).
      Files.copy(index, place.resolve("index"), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(place.resolve("objects"));
    var elsewhere =
        Map.of(
            "GIT_INDEX_FILE", place.resolve("index").toString(),
            "GIT_OBJECT_DIRECTORY", place.resolve("objects").toString(),
            "GIT_ALTERNATE_OBJECT_DIRECTORIES", folder.resolve(objects.get()).toString());
    var base = said(Map.of(), "rev-parse", "--verify", "-q", "HEAD").orElse(EMPTY_TREE);
    var add = new ArrayList<>(List.of("add", "-A", "--", "."));
    if (output.startsWith(folder)) {
      add.add(":(exclude)" + folder.relativize(output));
    }
    var _ = git(elsewhere, add);
    return git(
            elsewhere, List.of("diff", "--cached", "--binary", "--no-color", "--no-ext-diff", base))
        .orElse(new byte[0]);
  }

  private Optional<String> said(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return git(environment, List.of(args))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }

  /// What it prints, or none if it fails.
  private Optional<byte[]> git(Map<String, String> environment, List<String> args)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
    command.addAll(args);
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var printed = process.getInputStream().readAllBytes();
    return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
