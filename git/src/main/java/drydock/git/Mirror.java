package drydock.git;

import drydock.git.files.ErrnoException;
import drydock.git.files.RawPath;
import drydock.git.objects.ObjectReader;
import drydock.git.process.Git;
import drydock.git.process.GitException;
import drydock.git.process.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A bare repository on disk that tasks begin from. Thread safe: git's own store is, and every
/// operation uses private temporary files.
public final class Mirror {
  private final Git git;
  private final Path folder;

  Mirror(Git git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /// The commit of a branch, a tag, or a commit id, abbreviated or not; none means HEAD, which in
  /// an empty repository is an empty commit of ours.
  ///
  /// @throws GitException REF_UNKNOWN, naming what is near
  public Commit resolve(Optional<String> ref) {
    return new Refs(git, folder).resolve(ref);
  }

  ObjectReader objects() {
    return new ObjectReader(git, folder);
  }

  /// Whether a commit is in the store, by its full id.
  boolean has(String id) {
    if (!Files.exists(folder)) {
      return false;
    }
    try (var objects = objects()) {
      return objects.find(id + "^{commit}").isPresent();
    }
  }

  /// For people: what a checkout of this commit lacks.
  public List<String> notes(Commit commit) {
    return new Lacks(git, folder).of(commit.id());
  }

  /// Makes a working tree at `target`, whose parent exists: the files, and a `.git` with the
  /// commit's whole history on the branch `main`, no remote, no hook, nothing shared with this
  /// mirror. It is there whole or not at all; if it is there already, nothing is done. Links are
  /// kept as they are, wherever they point.
  ///
  /// @throws GitException if it cannot be made
  public void checkout(Commit base, Path target) {
    if (Files.exists(target.resolve(".git"))) {
      return;
    }
    try {
      new Checkout(git, folder).make(base, target);
    } catch (GitException e) {
      throw e.reason() == GitException.Cause.FAILED
          ? new GitException(
              GitException.Cause.REPOSITORY_UNAVAILABLE,
              "the commit cannot be checked out: " + e.getMessage(),
              e)
          : e;
    } catch (IOException e) {
      throw Trouble.of(e, "checkout");
    }
  }

  /// What the base becomes with what a task changed, as a tree in this mirror's store. Ignored
  /// files that are not in the base are left out.
  public Tree snapshot(Commit base, ChangedFolder changed) {
    try (var snapshot = new Snapshot(git, folder, Snapshot.MAX_FILES)) {
      return snapshot.take(base, changed);
    } catch (ErrnoException e) {
      throw new GitException(
          GitException.Cause.FAILED, "the workspace cannot be read: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw Trouble.of(e, "snapshot");
    }
  }

  public Diff diff(Commit base, Tree tree) {
    return new Diff(git, folder, base.id(), tree.id());
  }

  /// Streams the whole tree as a zip. The stream stays open.
  public void archive(Tree tree, OutputStream zip) {
    try {
      git.pipe(folder, zip, "archive", "--format=zip", tree.id());
    } catch (IOException e) {
      throw Trouble.of(e, "tree.zip");
    }
  }

  /// The beginning of a regular file of a commit, at most `most` bytes; none if there is none.
  public Optional<byte[]> file(Commit commit, String path, int most) {
    return file(commit.id(), path, most);
  }

  /// The same of a tree.
  public Optional<byte[]> file(Tree tree, String path, int most) {
    return file(tree.id(), path, most);
  }

  private Optional<byte[]> file(String root, String path, int most) {
    try (var objects = objects()) {
      return objects.file(root, RawPath.of(path), most);
    }
  }

  /// Keeps a tree from garbage collection.
  ///
  /// @param privateRef below `refs/drydock/`
  public void keep(Tree tree, String privateRef) {
    if (!privateRef.startsWith("refs/drydock/")) {
      throw new IllegalArgumentException("not a private ref: " + privateRef);
    }
    git.bytes(folder, "update-ref", privateRef, tree.id());
  }

  /// What was kept last under this ref.
  public Optional<Tree> kept(String privateRef) {
    try (var objects = objects()) {
      return objects.find(privateRef + "^{tree}").map(found -> new Tree(found.id, List.of()));
    }
  }

  /// Leaves what was kept to garbage collection; nothing happens if it was not kept.
  public void forget(String privateRef) {
    if (!privateRef.startsWith("refs/drydock/")) {
      throw new IllegalArgumentException("not a private ref: " + privateRef);
    }
    git.bytes(folder, "update-ref", "-d", privateRef);
  }
}
