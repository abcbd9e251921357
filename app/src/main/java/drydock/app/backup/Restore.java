package drydock.app.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.api.Json;
import drydock.engine.home.Home;
import drydock.sandbox.Folders;
import drydock.store.backup.Refill;
import drydock.store.backup.Table;
import drydock.store.postgres.Database;
import drydock.store.postgres.FolderLock;
import drydock.store.postgres.Visit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes of a backup a home again. The file is read to its end before anything is touched; then all
/// is made in a folder of its own, and moved to its place when it is whole.
public final class Restore {
  private final Home home;
  private final Optional<String> databaseUrl;
  private final boolean rootless;
  private final Folders folders;
  private final Json json = new Json();

  public Restore(Home home, Optional<String> databaseUrl, boolean rootless, Folders folders) {
    this.home = home;
    this.databaseUrl = databaseUrl;
    this.rootless = rootless;
    this.folders = folders;
  }

  /// @param leftOut files that cannot be unpacked anywhere
  public record Done(String madeAt, String drydock, int tasks, long leftOut) {}

  /// @throws BackupException if it cannot be; the home is as it was then
  public Done from(Path file) {
    var staging = new Staging(home);
    try {
      var manifest = checked(file);
      var bytes = Sealed.read(file, OutputStream.nullOutputStream());
      staging.refuseFullHome();
      Files.createDirectories(home.root());
      try (var _ = FolderLock.take(home.root())) {
        staging.refuseFullHome();
        staging.clear(folders);
        refuseFullDatabase();
        refuseLittleRoom(bytes);
        var done = restored(file, manifest, staging);
        staging.moveUp();
        return done;
      } finally {
        staging.clear(folders);
      }
    } catch (IOException e) {
      throw new BackupException("cannot restore " + file + ": " + e.getMessage(), e);
    }
  }

  private Done restored(Path file, Manifest manifest, Staging staging) throws IOException {
    new Home(staging.folder()).create(folders);
    Files.deleteIfExists(staging.folder().resolve("db"));
    var leftOut = new Tar(rootless).unpack(staging.folder(), to -> Sealed.read(file, to));
    var tables = List.of(read(staging.folder().resolve(Backup.TABLES), Table[].class));
    fill(manifest, tables, staging);
    folders.remove(staging.folder().resolve(Backup.OWN));
    if (manifest.rootless() && !rootless) {
      folders.adopt(staging.folder().resolve("workspaces"));
      folders.adopt(staging.folder().resolve("layers"));
    }
    var tasks = tables.stream().filter(t -> t.name().equals("tasks")).mapToLong(Table::rows).sum();
    return new Done(manifest.madeAt().toString(), manifest.drydock(), (int) tasks, leftOut);
  }

  private void fill(Manifest manifest, List<Table> tables, Staging staging) throws IOException {
    try (var database =
        databaseUrl
            .map(url -> Database.externalAt(url, manifest.schema()))
            .orElseGet(
                () -> Database.embeddedAt(staging.folder().resolve("db"), manifest.schema()))) {
      Refill.of(
          database.dataSource(),
          tables,
          (table, number) ->
              Files.newInputStream(staging.folder().resolve(Backup.part(table, number))));
    }
  }

  private Manifest checked(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupException("there is no file " + file);
    }
    var header = new byte[TarHeader.BLOCK];
    String text;
    try (var in = Sealed.open(file)) {
      if (in.readNBytes(header, 0, header.length) < header.length
          || !TarHeader.isOf(header, Backup.MANIFEST)
          || TarHeader.size(header) > 1 << 16) {
        throw notOurs(file);
      }
      text = new String(in.readNBytes((int) TarHeader.size(header)), StandardCharsets.UTF_8);
    } catch (IOException | NumberFormatException e) {
      throw notOurs(file);
    }
    try {
      refuseNewer(file, text);
      return json.read(text, Manifest.class);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw notOurs(file);
    }
  }

  /// A newer one may say more than this Drydock can read.
  private static void refuseNewer(Path file, String manifest) throws JsonProcessingException {
    var said = new ObjectMapper().readTree(manifest);
    if (said.path("format").asInt() > Manifest.FORMAT
        || said.path("schema").asInt() > Database.newestSchema()) {
      throw new BackupException(
          "%s was made by a newer Drydock (%s): restore it with that one"
              .formatted(file, said.path("drydock").asText()));
    }
  }

  private static BackupException notOurs(Path file) {
    return new BackupException(file + " is no backup of Drydock's, or is cut off");
  }

  private void refuseFullDatabase() {
    databaseUrl.ifPresent(url -> {
      try (var visit = Visit.external(url)) {
        if (!Refill.isNeeded(visit.dataSource())) {
          throw new BackupException(
              "the database of DRYDOCK_DATABASE_URL is not empty: name a new one");
        }
      }
    });
  }

  private void refuseLittleRoom(long needed) throws IOException {
    var free = Files.getFileStore(home.root()).getUsableSpace();
    if (free < needed) {
      throw new BackupException(
          "there is not enough room in %s: %d MB are needed, %d MB are free"
              .formatted(home.root(), needed >> 20, free >> 20));
    }
  }

  private <T> T read(Path file, Class<T> type) throws IOException {
    return json.read(Files.readString(file), type);
  }
}
