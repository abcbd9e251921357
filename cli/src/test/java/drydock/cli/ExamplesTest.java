package drydock.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples are of a piece: list, projects, recordings and expected patches. (That they run to
/// their end in a sandbox is shown end to end.)
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  static List<JsonNode> examples() throws IOException {
    var list = new ArrayList<JsonNode>();
    JSON.readTree(EXAMPLES.resolve("examples.json").toFile()).forEach(list::add);
    return list;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_edits_of_a_recording_make_the_expected_patch(JsonNode example) throws IOException {
    copy(EXAMPLES.resolve(example.path("folder").asText()), folder);
    var repository = Repository.make(folder).commit("Start");

    for (var call : calls(example)) {
      if (call.path("name").asText().equals("edit")) {
        edit(repository, call.path("arguments"));
      }
    }

    repository.git().run("add", "--all");
    repository.git().run("diff", "--cached", "--full-index", "--output=.git/patch");
    assertThat(repository.read(".git/patch")).isEqualTo(expected(example));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_recording_begins_with_tools_and_ends_with_words(JsonNode example) throws IOException {
    var replies = replies(example);
    assertThat(replies.getFirst().path("reply").path("toolCalls")).isNotEmpty();
    assertThat(replies.getLast().path("reply").path("toolCalls")).isEmpty();
    assertThat(replies.getLast().path("reply").path("text").asText()).isNotBlank();
    assertThat(replies)
        .allSatisfy(r -> assertThat(r.path("usage").path("input").asInt()).isPositive());
  }

  @Test
  void no_lock_file_names_a_host() throws IOException {
    try (var files = Files.walk(EXAMPLES)) {
      assertThat(files.filter(f -> f.endsWith("package-lock.json")))
          .isNotEmpty()
          .allSatisfy(f -> assertThat(Files.readString(f)).doesNotContain("://"));
    }
  }

  @Test
  void every_recording_belongs_to_an_example() throws IOException {
    try (var files = Files.list(EXAMPLES.resolve("scripts"))) {
      assertThat(files.map(f -> "scripted/" + f.getFileName()).collect(Collectors.toSet()))
          .isEqualTo(
              examples().stream()
                  .map(e -> e.path("model").asText() + ".jsonl")
                  .collect(Collectors.toSet()));
    }
  }

  private static void edit(Repository repository, JsonNode arguments) {
    var path = arguments.path("path").asText();
    var text = repository.read(path);
    assertThat(text).containsOnlyOnce(arguments.path("old_text").asText());
    repository.file(
        path,
        text.replace(arguments.path("old_text").asText(), arguments.path("new_text").asText()));
  }

  private static List<JsonNode> replies(JsonNode example) throws IOException {
    var model = example.path("model").asText().substring("scripted/".length());
    var list = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(EXAMPLES.resolve("scripts/" + model + ".jsonl"))) {
      if (!line.startsWith("#")) {
        list.add(JSON.readTree(line));
      }
    }
    return list;
  }

  private static List<JsonNode> calls(JsonNode example) throws IOException {
    var calls = new ArrayList<JsonNode>();
    replies(example).forEach(r -> r.path("reply").path("toolCalls").forEach(calls::add));
    return calls;
  }

  private static String expected(JsonNode example) throws IOException {
    return example.has("patch")
        ? Files.readString(EXAMPLES.resolve(example.path("patch").asText()))
        : "";
  }

  /// Without what a set-up on this machine may have left there.
  private static void copy(Path from, Path to) throws IOException {
    var left = Set.of("node_modules", "build", "target", "__pycache__");
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        var below = from.relativize(path);
        if (IntStream.range(0, below.getNameCount())
            .noneMatch(i -> left.contains(below.getName(i).toString()))) {
          Files.copy(path, to.resolve(below), REPLACE_EXISTING);
        }
      }
    }
  }
}
