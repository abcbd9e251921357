package drydock.engine.keep;

import drydock.domain.port.Uploads;
import drydock.engine.home.Home;
import drydock.engine.home.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Files that people sent and no task used.
record Unused(Home home, Uploads uploads) {

  /// Those that were sent before, and not again since. What came with a message lies in a workspace
  /// too, for as long as that is kept.
  List<Path> uploads(Instant before) {
    var attached =
        Shelf.of(home.workspaces()).stream()
            .flatMap(folder -> new Workspace(folder).attached().stream())
            .collect(Collectors.toSet());
    return uploads.unused(before).stream()
        .filter(upload -> !attached.contains(upload.id()))
        .map(upload -> home.upload(upload.id()))
        .toList();
  }

  /// The record first: a task can be created with nothing that has none.
  void remove(Path upload) {
    if (uploads.removeUnused(Shelf.name(upload))) {
      try {
        Files.deleteIfExists(upload);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + upload, e);
      }
    }
  }
}
