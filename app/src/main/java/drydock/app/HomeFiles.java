package drydock.app;

import drydock.domain.Secret;
import drydock.engine.home.Home;
import drydock.engine.home.Whole;
import drydock.store.postgres.Database;
import drydock.store.postgres.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The small files at the top of `DRYDOCK_HOME`: made once, kept for ever.
final class HomeFiles {
  /// Grows with each change of what lies in the folder that an older version would misread.
  static final int DATA_VERSION = 1;

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?");

  private static final SecureRandom RANDOM = new SecureRandom();

  private HomeFiles() {}

  /// Two servers on one home would take each other's sockets and folders away, wherever their
  /// databases are.
  ///
  /// @throws drydock.store.postgres.StoreException if another server is there
  static FolderLock lock(Home home) {
    try {
      return FolderLock.take(home.root());
    } catch (IOException e) {
      throw new StartException(1, "cannot use " + home.root() + ": " + e.getMessage());
    }
  }

  /// The operator's token, for the command line.
  static Secret token(Home home) {
    return new Secret(once(home.token(), "dd_" + letters(24)));
  }

  /// The same, for those who have no need of one.
  static Optional<Secret> tokenIfMade(Home home) {
    return Files.exists(home.token()) ? Optional.of(token(home)) : Optional.empty();
  }

  /// This installation's name in labels.
  static String installation(Home home) {
    return once(home.root().resolve("installation"), letters(6));
  }

  /// Before anything is touched or started.
  ///
  /// @throws StartException if a newer Drydock wrote the folder
  static void checkVersion(Home home) {
    var file = home.root().resolve("version");
    if (!Files.exists(file)) {
      return;
    }
    try {
      var text = Files.readString(file).strip();
      var parts = VERSION.matcher(text);
      if (!parts.matches()) {
        throw new StartException(2, file + " is damaged: '" + text + "'");
      }
      if (isNewer(parts.group(1), DATA_VERSION)
          || isNewer(parts.group(2), Database.newestSchema())) {
        throw new StartException(
            2,
            "%s was written by a newer Drydock (data version %s, this one knows %s): start that one"
                .formatted(home.root(), text, version()));
      }
    } catch (IOException e) {
      throw new StartException(1, "cannot read " + file + ": " + e.getMessage());
    }
  }

  private static boolean isNewer(@Nullable String number, int known) {
    return number != null && Integer.parseInt(number) > known;
  }

  /// When everything in it is as this version has it.
  static void recordVersion(Home home) {
    Whole.write(home.root().resolve("version"), version() + "\n");
  }

  /// Of the folders, and of the database's tables.
  private static String version() {
    return DATA_VERSION + "." + Database.newestSchema();
  }

  /// Of several who make it at once all have the first's; who is killed meanwhile leaves none, and
  /// no empty one.
  static String once(Path file, String fresh) {
    try {
      if (!Files.exists(file)) {
        make(file, fresh);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file, e);
    }
  }

  private static void make(Path file, String fresh) throws IOException {
    // Its owner's alone.
    var beside = Files.createTempFile(file.toAbsolutePath().getParent(), "made", ".new");
    try {
      Files.writeString(beside, fresh + "\n");
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException _) {
      // Another process was quicker.
    } finally {
      Files.delete(beside);
    }
  }

  private static String letters(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
