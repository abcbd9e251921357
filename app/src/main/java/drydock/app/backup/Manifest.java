package drydock.app.backup;

import java.time.Instant;

/// What a backup says of itself, first of all.
///
/// @param format grows with each change that an older Drydock would misread
/// @param drydock the version that made it
/// @param schema version of the database's tables
/// @param rootless whether an ordinary user made it: owners are not in it then
record Manifest(int format, String drydock, Instant madeAt, int schema, boolean rootless) {
  static final int FORMAT = 1;
}
