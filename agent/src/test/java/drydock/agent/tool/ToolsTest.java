package drydock.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.acp.PlanEntry;
import drydock.acp.ToolContent;
import drydock.agent.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each tool, as a model finds it.
@Timeout(30)
final class ToolsTest {
  @TempDir Path temp;
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private Path code;
  private Workplace place;

  @BeforeEach
  void folder() throws IOException {
    code = Files.createDirectory(temp.resolve("code"));
    place =
        new Workplace(
            code,
            temp.resolve("outputs"),
            Map.of("PATH", System.getenv("PATH"), "GIVEN", "by set-up"),
            Duration.ofSeconds(20));
  }

  @Test
  void a_command_sees_only_what_it_was_given() throws InterruptedException {
    assertThat(bash("echo $GIVEN; env | grep -c . ; pwd").text())
        .startsWith("by set-up\n")
        .endsWith(code + "\n");
    assertThat(bash("env | grep -E 'JAVA|HOME' || echo none").text()).isEqualTo("none\n");
  }

  @Test
  void a_command_has_no_input_and_tells_its_status() throws InterruptedException {
    assertThat(bash("cat; echo out; echo err >&2; exit 3"))
        .isEqualTo(
            new Outcome(
                "out\nerr\n\n[exit status 3]",
                true,
                List.of(ToolContent.text("out\nerr\n\n[exit status 3]")),
                Optional.empty()));
    assertThat(bash("kill -TERM $$").text()).endsWith("[exit status 143]");
  }

  @Test
  void a_command_that_takes_too_long_is_killed_with_what_it_printed() throws InterruptedException {
    var outcome =
        new BashTool(place)
            .run(object("command", "echo begun; sleep 100").put("timeout", 1), new Noting());
    assertThat(outcome.failed()).isTrue();
    assertThat(outcome.text()).startsWith("begun\n\n[killed after 1 s;");
    assertThat(String.join("", printed)).isEqualTo("begun\n");
  }

  @Test
  void a_command_left_in_the_background_holds_nobody_up() throws InterruptedException {
    assertThat(bash("sleep 20 & echo $! > pid; echo started").text()).isEqualTo("started\n");
    assertThat(bash("kill $(cat pid) && echo killed").text()).isEqualTo("killed\n");
  }

  @Test
  void output_is_told_in_pieces_and_never_too_often() throws InterruptedException {
    bash("seq 1 2000");
    assertThat(String.join("", printed)).isEqualTo(bash("seq 1 2000").text());
    assertThat(printed.size()).isBetween(4, 20);
  }

  @Test
  void read_gives_a_part_and_says_how_to_go_on() throws IOException {
    Files.writeString(code.resolve("f"), "one\ntwo\nthree\nfour\n");
    var part = object("path", "f").put("offset", 2).put("limit", 2).put("line_numbers", true);
    assertThat(read(part)).isEqualTo("2\ttwo\n3\tthree\n[lines 2 to 3 of 4; go on with offset 4]");
    assertThat(read(object("path", "f").put("offset", "4"))).isEqualTo("four\n");
    assertThat(read(object("path", "f").put("offset", 9)))
        .isEqualTo("the file has 4 lines only; offset 9 is beyond them");
  }

  @Test
  void read_says_what_it_cannot_show() throws IOException {
    Files.write(code.resolve("bin"), new byte[] {1, 0, 2});
    Files.write(code.resolve("a.PNG"), new byte[] {1});
    Files.createDirectory(code.resolve("sub"));
    Files.createFile(code.resolve("empty"));
    assertThat(read(object("path", "bin"))).isEqualTo("bin is binary; use bash to look into it");
    assertThat(read(object("path", "a.PNG")))
        .isEqualTo("a.PNG is a picture or document, which this tool cannot show");
    assertThat(read(object("path", "sub"))).isEqualTo("sub is a folder; list it with `ls`");
    assertThat(read(object("path", "empty"))).isEqualTo("(the file is empty)");
  }

  @Test
  void edit_replaces_exactly_once_or_says_why_not() {
    assertThat(EditTool.replaced("a b a", "b", "c", false)).isEqualTo("a c a");
    assertThat(EditTool.replaced("a b a", "a", "c", true)).isEqualTo("c b c");
    assertThat(EditTool.replaced("x\r\ny\r\n", "x\ny", "x\nz", false)).isEqualTo("x\r\nz\r\n");
    assertThat(EditTool.replaced("$1", "$1", "\\", false)).isEqualTo("\\");
    assertThatThrownBy(() -> EditTool.replaced("a a", "a", "b", false))
        .hasMessageContaining("more than once");
    assertThatThrownBy(() -> EditTool.replaced("a", "b", "c", false))
        .hasMessageContaining("not in the file");
    assertThatThrownBy(() -> EditTool.replaced("a", "", "c", false))
        .hasMessageContaining("use the write tool");
  }

  @Test
  void edit_keeps_bytes_it_does_not_understand() throws IOException {
    var latin = "gr\u00fcn rot".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(code.resolve("f"), latin);
    var outcome =
        new EditTool(place)
            .run(object("path", "f").put("old_text", "rot").put("new_text", "blau"), new Noting());
    assertThat(outcome.text()).isEqualTo("edited");
    assertThat(Files.readAllBytes(code.resolve("f")))
        .isEqualTo("gr\u00fcn blau".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void write_makes_folders_and_shows_the_difference() throws IOException {
    var tool = new WriteTool(place);
    var outcome = tool.run(object("path", "a/b/c").put("content", "new\n"), new Noting());
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                "created a/b/c",
                false,
                List.of(
                    new ToolContent.Diff(
                        code.resolve("a/b/c").toString(), Optional.empty(), "new\n")),
                Optional.of(code.resolve("a/b/c"))));
    assertThat(Files.readString(code.resolve("a/b/c"))).isEqualTo("new\n");
    assertThat(tool.run(object("path", "a/b").put("content", ""), new Noting()).failed()).isTrue();
  }

  @Test
  void search_walks_where_there_is_no_repository() throws Exception {
    haystack();
    assertThat(search(object("pattern", "need\\w+"))).isEqualTo("a.txt:2:needle\n");
    assertThat(search(object("pattern", "NEEDLE").put("ignore_case", true)))
        .isEqualTo("a.txt:2:needle\n");
    assertThat(search(object("pattern", "hay").put("glob", "*.md"))).isEqualTo("sub/b.md:1:hay\n");
    assertThat(search(object("pattern", "nothing like it"))).isEqualTo("(nothing found)");
    assertThat(search(object("pattern", "("))).startsWith("the search failed:");
  }

  @Test
  void search_asks_git_where_there_is_one() throws Exception {
    haystack();
    Files.writeString(code.resolve(".gitignore"), "sub\n");
    bash("git init -q . && git add a.txt");
    assertThat(search(object("pattern", "\\bhay$"))).isEqualTo("a.txt:1:hay\n");
    assertThat(search(object("pattern", "it's")))
        .as("quotes are no way out")
        .isEqualTo("(nothing found)");
  }

  private void haystack() throws IOException {
    Files.writeString(code.resolve("a.txt"), "hay\nneedle\n");
    Files.createDirectories(code.resolve("sub"));
    Files.writeString(code.resolve("sub/b.md"), "hay\n");
    Files.createDirectories(code.resolve("node_modules"));
    Files.writeString(code.resolve("node_modules/c.txt"), "needle\n");
    Files.write(code.resolve("bin"), new byte[] {'n', 0});
  }

  private Outcome bash(String command) throws InterruptedException {
    printed.clear();
    return new BashTool(place).run(object("command", command), new Noting());
  }

  private String read(ObjectNode arguments) {
    return new ReadTool(place).run(arguments, new Noting()).text();
  }

  private String search(ObjectNode arguments) throws InterruptedException {
    return new SearchTool(place).run(arguments, new Noting()).text();
  }

  private static ObjectNode object(String name, String value) {
    return Json.object().put(name, value);
  }

  private final class Noting implements Progress {
    @Override
    public void printed(String piece, String recent) {
      printed.add(piece);
    }

    @Override
    public void planned(List<PlanEntry> entries) {}
  }
}
