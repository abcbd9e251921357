package drydock.engine.home;

import drydock.sandbox.Folders;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folders of one attempt on the host: what it changed in the code and in its HOME, and what it
/// left for people. They outlive every sandbox of the attempt.
public record Workspace(Path folder) {
  public static final String CODE = "/app/code";
  public static final String AGENT_HOME = "/home/agent";
  public static final String OUTPUT = "/app/output";
  private static final String CODE_WORK = "code/work";
  private static final String HOME_WORK = "home/work";

  /// Below [#folder]: what a mounted overlay keeps for itself, and makes anew.
  public static final List<String> OVERLAYS_OWN = List.of(CODE_WORK, HOME_WORK);

  public void create(Folders folders) {
    folders.create(folder);
    for (var each :
        List.of(codeUpper(), codeWork(), homeUpper(), homeWork(), output(), attachments())) {
      folders.create(each);
    }
  }

  public LayeredFolder code(List<Path> lowers) {
    return new LayeredFolder(CODE, lowers, codeUpper(), codeWork());
  }

  public LayeredFolder home(List<Path> lowers) {
    return new LayeredFolder(AGENT_HOME, lowers, homeUpper(), homeWork());
  }

  public Path codeUpper() {
    return folder.resolve("code/upper");
  }

  private Path codeWork() {
    return folder.resolve(CODE_WORK);
  }

  public Path homeUpper() {
    return folder.resolve("home/upper");
  }

  private Path homeWork() {
    return folder.resolve(HOME_WORK);
  }

  public Path output() {
    return folder.resolve("output");
  }

  public Path attachments() {
    return folder.resolve("attachments");
  }

  /// Shows an upload inside, in a folder of its id in `/app/attachments`, by the name it was sent
  /// under. The first name stays.
  public void attach(Path upload, String id, String name, Folders folders) {
    folders.create(attachments());
    var folder = attachments().resolve(id);
    if (attachment(id).isPresent()) {
      return;
    }
    folders.create(folder);
    var to = folder.resolve(fileName(name));
    try {
      Files.copy(upload, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot attach " + id, e);
    }
    folders.adopt(to);
  }

  /// Where it lies on the host, if it is there. What an earlier version attached is a file of the
  /// id's own name.
  public Optional<Path> attachment(String id) {
    var place = attachments().resolve(id);
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(place)
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + place, e);
    }
  }

  /// A name that is one everywhere, of at most 60 characters; its end stays, by which files are
  /// known.
  static String fileName(String name) {
    var plain = name.replaceAll("[^\\p{L}\\p{N}._ +()-]", "_").strip().replaceFirst("^[.-]+", "");
    var from = Math.max(0, plain.length() - 60);
    // Not in the middle of a character: no file could have that name.
    var isHalf = from > 0 && Character.isLowSurrogate(plain.charAt(from));
    var end = plain.substring(isHalf ? from + 1 : from);
    return end.isBlank() ? "file" : end.strip();
  }

  /// Removes what a half of it may be there, but for what people attached.
  public void clear(Folders folders) {
    try (var entries = Files.newDirectoryStream(folder)) {
      for (var entry : entries) {
        if (!entry.equals(attachments())) {
          folders.remove(entry);
        }
      }
    } catch (NoSuchFileException _) {
      // Nothing is there.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /// Puts a file into an agent's HOME that no sandbox has used yet: nothing, if it is not there or
  /// is no plain file. No link is followed.
  public void putInHome(Path from, String relative, Folders folders) {
    if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    var to = homeUpper().resolve(relative);
    try {
      folders.create(Objects.requireNonNull(to.getParent()));
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + to, e);
    }
    folders.adopt(to);
  }

  /// The ids of uploads that were attached.
  public Set<String> attached() {
    try (Stream<Path> files = Files.list(attachments())) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    } catch (NoSuchFileException _) {
      return Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + attachments(), e);
    }
  }

  /// What the agent was started with, for it to read.
  public Path taskJson() {
    return folder.resolve("task.json");
  }

  /// What set-up exported, for the shell's environment: NUL-separated `NAME=VALUE`.
  public Path shellEnvironment() {
    return folder.resolve("shell.env");
  }

  /// What the runner must remember between turns and across restarts.
  public Path memory() {
    return folder.resolve("memory.json");
  }
}
