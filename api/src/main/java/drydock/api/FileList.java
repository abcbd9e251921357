package drydock.api;

import java.net.URI;
import java.util.List;

/// A task's files, of all its attempts.
public record FileList(List<FileShown> files) {
  public record FileShown(int attempt, String path, long bytes, URI url) {}
}
