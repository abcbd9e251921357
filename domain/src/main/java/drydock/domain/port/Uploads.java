package drydock.domain.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people sent as files. The bytes lie on disk; this is their record. Thread safe.
public interface Uploads {
  /// @param id `u_` and the SHA-256 of the bytes in hex: the same bytes have the same id
  /// @param name the file's name as sent first, for people only: never a path
  /// @param at when it was sent last
  record Upload(String id, String name, long bytes, Instant at) {}

  /// Idempotent.
  void add(Upload upload);

  Optional<Upload> find(String id);

  /// Those that were sent before, and not again since, and that no task was created with.
  List<Upload> unused(Instant before);

  /// Removes the record unless a task was created with it: as its source, or attached.
  ///
  /// @return whether it was there and is gone: then the bytes are the caller's to remove
  boolean removeUnused(String id);
}
