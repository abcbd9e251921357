package drydock.app.backup;

import drydock.api.Json;
import drydock.engine.home.BackupLock;
import drydock.engine.home.Home;
import drydock.store.backup.Dump;
import drydock.store.postgres.Visit;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes a backup, whether a server runs or not: what runners remember, then the database's rows as
/// of one moment, then the files of the tasks of that moment. Files are younger than the log, never
/// older: a task that ran meanwhile is found as after its server's death, with a little more work
/// done than was told.
public final class Backup {
  /// Where what is not from the home lies in the archive.
  static final String OWN = "drydock-backup/";

  static final String MANIFEST = OWN + "manifest.json";
  static final String TABLES = OWN + "tables.json";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WAITS =
      "Waits for another backup, or for what is just being removed: at most "
          + PATIENCE.toSeconds()
          + " s";

  private final Home home;
  private final Optional<String> databaseUrl;
  private final boolean rootless;
  private final String version;
  private final InstantSource clock;
  private final Json json = new Json();

  /// @param databaseUrl none = the embedded one in the home
  /// @param version of this Drydock
  public Backup(
      Home home,
      Optional<String> databaseUrl,
      boolean rootless,
      String version,
      InstantSource clock) {
    this.home = home;
    this.databaseUrl = databaseUrl;
    this.rootless = rootless;
    this.version = version;
    this.clock = clock;
  }

  /// @param bytes of the file
  /// @param unpacked of what is in it
  public record Made(int tasks, long rows, long unpacked, long bytes) {}

  /// @param file is not there yet; nobody but its owner may read it
  /// @param progress told what is waited for
  /// @throws BackupException if it cannot be made; nothing is left of it then
  public Made to(Path file, Consumer<String> progress) throws InterruptedException {
    refuse(file);
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (var lock = BackupLock.in(home);
        var _ =
            lock.copying(unfinished, PATIENCE, () -> progress.accept(WAITS))
                .orElseThrow(() ->
                    new BackupException(
                        "another backup is being made, or much is removed: try again later"))) {
      return made(file, unfinished);
    } catch (IOException e) {
      throw new BackupException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void refuse(Path file) {
    if (!Files.exists(home.root().resolve("version"))) {
      throw new BackupException("there is nothing of Drydock in " + home.root());
    }
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    if (!Files.isDirectory(folder)) {
      throw new BackupException("there is no folder " + folder + ": make it first");
    }
    if (Files.exists(file)) {
      throw new BackupException(file + " is there already: name another file");
    }
    if (file.toAbsolutePath().normalize().startsWith(home.root())) {
      throw new BackupException(
          "a backup of " + home.root() + " must lie elsewhere: best on another disk");
    }
  }

  private Made made(Path file, Path unfinished) throws IOException {
    // Ctrl-C ends a program without its `finally`.
    var end = new Thread(() -> unfinished.toFile().delete());
    Runtime.getRuntime().addShutdownHook(end);
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Made made;
      try (var out = new FileOutputStream(unfinished.toFile())) {
        made = write(out);
        out.getFD().sync();
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return new Made(made.tasks(), made.rows(), made.unpacked(), Files.size(file));
    } finally {
      Files.deleteIfExists(unfinished);
      forget(end);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It runs.
    }
  }

  private Made write(OutputStream file) throws IOException {
    var parts = new HomeParts(home);
    var out = new Sealed.Writer(file);
    var memories = parts.memories();
    var copied = dump(out);
    var tasks = new HashSet<>(copied.tasks());
    memories.keySet().removeIf(attempt -> !tasks.contains(HomeParts.taskOf(attempt)));
    entry(out, TABLES, bytes(copied.tables()));
    for (var memory : memories.entrySet()) {
      entry(out, "workspaces/" + memory.getKey() + "/memory.json", memory.getValue());
    }
    new Tar(rootless).pack(home.root(), parts.names(tasks, memories), out);
    out.seal();
    var rows = copied.tables().stream().mapToLong(table -> table.rows()).sum();
    return new Made(tasks.size(), rows, out.bytes(), 0);
  }

  private Dump.Copied dump(OutputStream out) throws IOException {
    try (var visit = visit()) {
      return Dump.of(
          visit.dataSource(),
          new Dump.Sink() {
            @Override
            public void schema(int schema) throws IOException {
              var manifest =
                  new Manifest(Manifest.FORMAT, version, clock.instant(), schema, rootless);
              entry(out, MANIFEST, bytes(manifest));
            }

            @Override
            public void rows(String table, int number, byte[] rows) throws IOException {
              entry(out, part(table, number), rows);
            }
          });
    }
  }

  private Visit visit() {
    return databaseUrl.map(Visit::external).orElseGet(() -> Visit.embedded(home.db()));
  }

  static String part(String table, int number) {
    return OWN + "rows/" + table + "." + number;
  }

  private byte[] bytes(Object value) {
    return json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private void entry(OutputStream out, String name, byte[] bytes) throws IOException {
    Instant now = clock.instant();
    out.write(TarHeader.of(name, bytes.length, now));
    out.write(bytes);
    out.write(new byte[TarHeader.padding(bytes.length)]);
  }
}
