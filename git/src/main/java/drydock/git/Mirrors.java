package drydock.git;

import drydock.domain.RefusedException;
import drydock.domain.task.Source;
import drydock.git.archive.Archive;
import drydock.git.archive.ArchiveLimits;
import drydock.git.archive.Contents;
import drydock.git.objects.ObjectId;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.GitSettings;
import drydock.git.process.RemoteUrl;
import drydock.git.process.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/// The mirrors of this node: one bare repository for each source, below one folder. Thread safe,
/// and safe among processes.
public final class Mirrors {
  private static final Pattern UPLOAD_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final String NOTES = "drydock-notes";

  private final Git git;
  private final Path root;
  private final Locks locks;
  private final Nursery nursery;
  private final ReentrantLock archives = new ReentrantLock();

  /// @param root made when missing
  public Mirrors(Path root, GitSettings settings) {
    this.git = new Git(settings);
    this.root = root.toAbsolutePath();
    this.locks = new Locks(this.root.resolve("locks"));
    this.nursery = new Nursery(git, this.root.resolve("new"));
    try {
      Files.createDirectories(this.root.resolve("new"));
      Files.createDirectories(this.root.resolve("locks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The mirror of a remote repository, as new as the remote: cloned at first, then fetched. A
  /// commit named by its full id that is there already needs no fetch.
  ///
  /// @param url https, http, ssh, `user@host:path`, or an absolute path if those are allowed
  /// @param ref what the caller will resolve, so that it can be fetched if it is neither a branch
  ///   nor a tag
  /// @throws RefusedException if the URL is not one we take
  /// @throws GitException if the repository cannot be had
  public Mirror ofUrl(String url, Optional<String> ref, LocalPaths local) {
    var remote = remote(url, local);
    var name = remote.folderName();
    var mirror = new Mirror(git, root.resolve(name));
    if (ref.filter(ObjectId::isFull).isPresent() && mirror.has(ref.get())) {
      return mirror;
    }
    try (var _ = locks.lock(name)) {
      var fetch = new Fetch(git, remote);
      if (Files.exists(mirror.folder())) {
        fetch.into(mirror.folder(), ref);
      } else {
        nursery.raise(mirror.folder(), young -> fetch.into(young, ref));
      }
      return mirror;
    }
  }

  /// Says before a mirror is wanted what [#ofUrl] would say without looking at the remote.
  ///
  /// @throws RefusedException if the URL is not one we take
  public static void check(String url, LocalPaths local) {
    var _ = remote(url, local);
  }

  static RemoteUrl remote(String url, LocalPaths local) {
    if (local == LocalPaths.REFUSED && RemoteUrl.isOfThisMachine(url)) {
      throw new RefusedException(
          RefusedException.Code.REPOSITORY_INVALID,
          "paths of this machine are for its operator only: give a URL or upload the repository");
    }
    return RemoteUrl.parse(url);
  }

  /// The mirror of an archive (zip, tar.gz, tar).
  ///
  /// @param uploadId names the bytes: the same id is the same mirror
  /// @throws GitException ARCHIVE_REJECTED if it holds what we refuse
  public Imported ofArchive(Path archive, String uploadId, ArchiveLimits limits) {
    if (!UPLOAD_ID.matcher(uploadId).matches()) {
      throw new IllegalArgumentException("not an upload id: " + uploadId);
    }
    var name = uploadId + ".git";
    var mirror = new Mirror(git, root.resolve(name));
    try (var _ = locks.lock(name)) {
      if (!Files.exists(mirror.folder())) {
        oneAtATime(() ->
            nursery.raise(
                mirror.folder(), young -> unpack(new Archive(archive, limits), young, limits)));
      }
      return new Imported(mirror, Files.readAllLines(mirror.folder().resolve(NOTES)));
    } catch (RefusedException e) {
      throw new GitException(
          GitException.Cause.ARCHIVE_REJECTED, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw Trouble.of(e, "reading an archive");
    }
  }

  /// What an archive lists is held in memory, and a hostile one lists as much as it may.
  private void oneAtATime(Runnable reading) {
    try {
      archives.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException(GitException.Cause.FAILED, "interrupted", e);
    }
    try {
      reading.run();
    } finally {
      archives.unlock();
    }
  }

  private void unpack(Archive archive, Path young, ArchiveLimits limits) {
    var notes = new Notes();
    var contents = Contents.of(archive);
    contents.top().ifPresent(top -> notes.add("the single top folder '" + top + "/' was stripped"));
    var head =
        contents.history()
            ? new UploadedHistory(git, young, contents, notes, limits.entries()).read(archive)
            : Optional.<String>empty();
    try (var files = new ArchiveImport(git, young, contents, head, notes)) {
      files.run(archive);
      Files.write(young.resolve(NOTES), notes.list());
    } catch (IOException e) {
      throw Trouble.of(e, "reading an archive");
    }
  }

  /// The name of the folder that a source's mirror has or will have; none if it has no mirror of
  /// its own.
  public static Optional<String> nameOf(Source source) {
    return switch (source) {
      case Source.Git(var url, var _) -> {
        try {
          yield Optional.of(RemoteUrl.parse(url).folderName());
        } catch (RefusedException _) {
          yield Optional.empty();
        }
      }
      case Source.Upload(var id, var _, var _) -> Optional.of(id + ".git");
      case Source.Empty() -> Optional.empty();
    };
  }

  /// Removes a mirror that nobody uses any more; nothing happens if it is not there.
  public void remove(String name) {
    try (var _ = locks.lock(name)) {
      nursery.bury(root.resolve(name));
      locks.forget(name);
    }
  }

  /// A mirror that was made before, without asking anybody.
  ///
  /// @param name of its folder
  /// @throws GitException if it is gone
  public Mirror known(String name) {
    var mirror = new Mirror(git, root.resolve(name));
    if (!Files.isDirectory(mirror.folder())) {
      throw new GitException(
          GitException.Cause.REPOSITORY_UNAVAILABLE,
          "the mirror " + name + " is gone: create the task again");
    }
    return mirror;
  }

  /// The mirror of a repository without a commit.
  public Mirror empty() {
    var mirror = new Mirror(git, root.resolve("empty.git"));
    try (var _ = locks.lock("empty.git")) {
      if (!Files.exists(mirror.folder())) {
        nursery.raise(mirror.folder(), _ -> {});
      }
      return mirror;
    }
  }
}
