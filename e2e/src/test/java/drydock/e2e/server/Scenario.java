package drydock.e2e.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of data: a repository, a task, what the model answers, and what must come out.
/// `e2e/scenarios/README.md` says what each file means.
public record Scenario(Path folder) {
  private static final Path ALL = Drydock.checkout().resolve("e2e/scenarios");

  public static List<Scenario> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.filter(Files::isDirectory).sorted().map(Scenario::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the server must know of the scenarios' models before it starts.
  static void models(Place place) {
    try {
      Files.copy(ALL.resolve("drydock.yaml"), place.home().resolve("drydock.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all().forEach(s -> s.text("model.jsonl").ifPresent(text -> place.script(s.name(), text)));
  }

  public String name() {
    return folder.getFileName().toString();
  }

  public JsonNode expected() {
    return Client.parse(text("expected.json").orElse("{}"));
  }

  /// Empty if nothing may be changed.
  public String expectedPatch() {
    return bytes("expected.patch").orElse("");
  }

  /// What a person would do by hand for the same change; none = the patch alone is compared.
  public Optional<String> byHand() {
    return text("by-hand.sh");
  }

  /// Makes the repository, sends the archive if there is one, and submits the task.
  ///
  /// @return the task's id
  public String submit(Client client, Place place) {
    var repository = repository(place);
    var request = (ObjectNode) Client.parse(text("task.json").orElse("{}"));
    request.put("model", request.path("model").asText("scripted/" + name()));
    if (!request.has("repo")) {
      if (text("archive.sh").isPresent()) {
        request.putObject("repo").put("upload", client.upload(archive(place)));
      } else {
        request.putObject("repo").put("url", repository.toString());
      }
    } else if (request.at("/repo/url").asText().equals("@repo")) {
      ((ObjectNode) request.path("repo")).put("url", repository.toString());
    }
    return client.create(request);
  }

  /// The repository at its base commit: what `repo/` holds, committed, unless `repo.sh` does it.
  public Path repository(Place place) {
    var repository = place.folder("repos/" + name());
    if (Files.exists(repository)) {
      return repository;
    }
    copyRepo(repository);
    Shell.in(repository, "git", "init", "-q", "-b", "main");
    Shell.bash(
        repository,
        text("repo.sh").orElse("git add -A -f && git commit -q --allow-empty -m 'The base'"));
    return repository;
  }

  private Path archive(Place place) {
    var folder = place.folder("archives/" + name());
    copyRepo(folder.resolve("repo"));
    Shell.bash(folder, text("archive.sh").orElseThrow());
    return folder.resolve("archive");
  }

  private void copyRepo(Path to) {
    try {
      Files.createDirectories(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (Files.isDirectory(folder.resolve("repo"))) {
      Shell.in(folder, "cp", "-a", "repo/.", to.toString());
    }
  }

  private Optional<String> text(String file) {
    return bytes(file).map(text -> new String(text.getBytes(ISO_8859_1), UTF_8));
  }

  private Optional<String> bytes(String file) {
    try {
      var path = folder.resolve(file);
      return Files.exists(path)
          ? Optional.of(Files.readString(path, ISO_8859_1))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
