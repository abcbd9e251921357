package drydock.git;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import drydock.git.files.Folder;
import drydock.git.files.Resource;
import drydock.git.process.Git;
import drydock.git.process.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/// Where mirrors are made and ended: one that fails never stays, and one that is seen is whole.
final class Nursery {
  private final Git git;
  private final Path folder;

  Nursery(Git git, Path folder) {
    this.git = git;
    this.folder = folder;
  }

  /// Takes a mirror from its place at once, and removes it.
  void bury(Path place) {
    var old = folder.resolve(UUID.randomUUID() + ".git");
    try {
      Files.createDirectories(folder);
      Files.move(place, old, ATOMIC_MOVE);
    } catch (NoSuchFileException _) {
      return;
    } catch (IOException e) {
      throw Trouble.of(e, "removing a mirror");
    }
    Folder.delete(old);
  }

  /// Makes an empty bare repository, lets it be filled, and moves it to its place.
  void raise(Path place, Consumer<Path> fill) {
    var young = folder.resolve(UUID.randomUUID() + ".git");
    try {
      Files.createDirectories(folder);
      git.bytes(young, "init", "--quiet", "--bare", "--template=", young.toString());
      Files.createDirectories(young.resolve("info"));
      Resource.install(Nursery.class, "attributes", young.resolve("info/attributes"));
      fill.accept(young);
      Files.move(young, place, ATOMIC_MOVE);
    } catch (IOException e) {
      throw Trouble.of(e, "making a mirror");
    } finally {
      Folder.delete(young);
    }
  }
}
