package drydock.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once from the class path into a folder named by their content.
final class Binaries {
  private static final String PREFIX = "postgresql-";

  private final Path folder;

  private Binaries(Path folder) {
    this.folder = folder;
  }

  Path initdb() {
    return folder.resolve("bin/initdb");
  }

  Path postgres() {
    return folder.resolve("bin/postgres");
  }

  /// Unpacks them below this folder, unless that was done before.
  static Binaries unpackedIn(Path parent) throws IOException {
    var archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    var url = Binaries.class.getResource("/" + archive);
    if (url == null) {
      throw new StoreException(
          StoreException.Reason.PLATFORM,
          archive + " is not in this build: set DRYDOCK_DATABASE_URL to a PostgreSQL server");
    }
    var folder = parent.resolve(PREFIX + contentKey(url));
    if (!Files.exists(folder)) {
      unpack(url, folder);
    }
    return new Binaries(folder);
  }

  /// Removes what other versions, and unpackings cut off, left beside these. Not while a server of
  /// such a version still runs.
  void removeOthers() throws IOException {
    try (var siblings = Files.newDirectoryStream(Trees.parent(folder), PREFIX + "*")) {
      for (var sibling : siblings) {
        if (!sibling.equals(folder)) {
          Trees.delete(sibling);
        }
      }
    }
  }

  /// The names that the artifacts of io.zonky.test.postgres give to what they hold.
  static String archive(String os, String arch) {
    var machine =
        switch (arch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> "";
        };
    if (!os.equals("Linux") || machine.isEmpty()) {
      throw new StoreException(
          StoreException.Reason.PLATFORM,
          "there is no embedded PostgreSQL for %s on %s: set DRYDOCK_DATABASE_URL to a PostgreSQL server"
              .formatted(os, arch));
    }
    return "postgres-linux-" + machine + ".txz";
  }

  /// The checksum from the jar's directory: reading 15 MB at each start only to name them would be
  /// a waste.
  private static String contentKey(URL url) throws IOException {
    var connection = url.openConnection();
    return connection instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : Long.toHexString(connection.getContentLengthLong());
  }

  private static void unpack(URL url, Path folder) throws IOException {
    var unfinished =
        Files.createTempDirectory(Trees.parent(folder), folder.getFileName() + ".unfinished-");
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(url.openStream(), 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isNeeded(entry.getName())) {
          write(entry, tar, unfinished);
        }
      }
    }
    Programs.run(List.of("sync", "-f", unfinished.toString()));
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Trees.delete(unfinished);
      // Another process was quicker.
      if (!Files.exists(folder)) {
        throw e;
      }
    }
  }

  /// A third of the archive is for building other programs.
  private static boolean isNeeded(String name) {
    return !name.endsWith(".a") && !name.contains("/pkgconfig") && !name.endsWith("/pg_ctl");
  }

  private static void write(TarArchiveEntry entry, TarArchiveInputStream content, Path root)
      throws IOException {
    var path = entry.resolveIn(root);
    if (entry.isDirectory()) {
      createOpenFolders(root, path);
      return;
    }
    createOpenFolders(root, Trees.parent(path));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      var executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /// Readable by the server's user whatever our umask is.
  private static void createOpenFolders(Path root, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (!folder.equals(root)) {
      createOpenFolders(root, Trees.parent(folder));
    }
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
