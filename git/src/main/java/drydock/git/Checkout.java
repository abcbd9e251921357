package drydock.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.git.files.Folder;
import drydock.git.files.Resource;
import drydock.git.process.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes a working tree that is a repository of its own, with nothing in it that leads back here.
final class Checkout {
  private final Git git;
  private final Path mirror;

  Checkout(Git git, Path mirror) {
    this.git = git;
    this.mirror = mirror;
  }

  /// Made beside the target and moved into place.
  void make(Commit base, Path target) throws IOException {
    Listing.check(git, mirror, base.id(), Listing.MAX_FILES);
    var beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      var repository = initialized(beside, base);
      copyHistory(base, repository);
      git.bytes(repository, "--work-tree=" + beside, "read-tree", "-m", "-u", "HEAD");
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Folder.delete(beside);
    }
  }

  private Path initialized(Path folder, Commit base) throws IOException {
    var repository = folder.resolve(".git");
    Files.createDirectories(repository.resolve("objects/pack"));
    Files.createDirectories(repository.resolve("refs/heads"));
    Files.createDirectories(repository.resolve("refs/tags"));
    Files.createDirectories(repository.resolve("info"));
    Resource.install(Checkout.class, "checkout.config", repository.resolve("config"));
    Resource.install(Checkout.class, "attributes", repository.resolve("info/attributes"));
    if (Files.exists(mirror.resolve("shallow"))) {
      Files.copy(mirror.resolve("shallow"), repository.resolve("shallow"));
    }
    Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(repository.resolve("refs/heads/main"), base.id() + "\n");
    return repository;
  }

  /// Only what the commit reaches: the mirror's store also holds the work of other tasks.
  private void copyHistory(Commit base, Path repository) throws IOException {
    try (var from =
            git.start(
                mirror,
                Map.of(),
                List.of("pack-objects", "--revs", "--stdout", "--delta-base-offset", "-q"));
        var to = git.start(repository, Map.of(), List.of("index-pack", "--stdin"))) {
      from.feed((base.id() + "\n").getBytes(UTF_8));
      try (var pack = to.input()) {
        from.output().transferTo(pack);
      } catch (IOException e) {
        to.expectSuccess();
        throw e;
      }
      from.expectSuccess();
      to.expectSuccess();
    }
  }
}
