package drydock.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each hostile archive and repository goes the whole way of a task, through a real server and a
/// real sandbox. It must be taken with exactly one tree, or refused with one clear line; in the end
/// nothing of it is left on the machine. `-Dcase=TEXT` runs those whose name contains the text.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class HostileCorpusTest {
  private static final int AT_LEAST = 60;

  /// Whatever was taken is a whole, clean repository for the agent, and its patch is its own.
  private static final String AGENT = "found=$(git status --porcelain); echo \"[$found]\" >seen";

  private static final String PATCH = "+++ b/seen\n@@ -0,0 +1 @@\n+[]\n";

  private record Sent(Case hostile, String id) {}

  private final List<String> run = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> corpus(Drydock drydock) {
    var place = drydock.place();
    var canary = place.folder("canary");
    Shell.write(canary.resolve("secret"), "SECRET\n");
    place.script("hostile", Asked.runs("", AGENT) + Asked.says("Done."));
    var host = new GitHost(place.folder("hosted"));
    var cases = new ArrayList<>(Names.cases(canary));
    cases.addAll(Kinds.cases(canary));
    cases.addAll(Sizes.cases());
    cases.addAll(Histories.cases(place, host));
    cases.addAll(Repositories.cases(place, canary, host));
    cases.removeIf(each -> !each.name().contains(System.getProperty("case", "")));
    var untouched = Listings.exact(canary);
    var before = Listings.everything(place.home());
    var sent = cases.stream().map(each -> send(each, drydock)).toList();
    var tests =
        sent.stream()
            .map(
                each -> DynamicTest.dynamicTest(each.hostile().name(), () -> judge(each, drydock)));
    var end =
        DynamicTest.dynamicTest(
            "nothing is left, and nothing was run",
            () -> {
              host.close();
              assertThat(run).hasSameSizeAs(cases).doesNotHaveDuplicates();
              assertThat(run.size()).isGreaterThanOrEqualTo(AT_LEAST);
              sent.forEach(each -> drydock.client().delete("/api/tasks/" + each.id()));
              assertThat(Listings.exact(canary)).isEqualTo(untouched);
              assertThat(Listings.everything(place.home())).isEqualTo(before);
            });
    return Stream.concat(tests, Stream.of(end));
  }

  private static Sent send(Case hostile, Drydock drydock) {
    var client = drydock.client();
    var task =
        Client.JSON.createObjectNode().put("prompt", "Look.").put("model", "scripted/hostile");
    switch (hostile.offer()) {
      case Case.Offer.Upload(var maker) -> {
        var file = drydock.place().folder("hostile-archive");
        try {
          try (var out = Files.newOutputStream(file)) {
            maker.write(out);
          }
          task.putObject("repo").put("upload", client.upload(file));
          Files.delete(file);
        } catch (IOException e) {
          throw new UncheckedIOException(hostile.name(), e);
        }
      }
      case Case.Offer.Url(var url, var ref) -> {
        var repo = task.putObject("repo").put("url", url);
        ref.ifPresent(name -> repo.put("ref", name));
      }
    }
    return new Sent(hostile, client.create(task));
  }

  private void judge(Sent sent, Drydock drydock) {
    run.add(sent.hostile().name());
    var client = drydock.client();
    var task = client.ended(sent.id());
    switch (sent.hostile().answer()) {
      case Answer.Refused(var cause, var message) -> {
        assertThat(task.at("/failure/cause").asText())
            .as(() -> client.story(sent.id()))
            .isEqualTo(cause);
        assertThat(task.at("/failure/phase").asText()).isEqualTo("checkout");
        assertThat(task.at("/failure/message").asText())
            .containsPattern(message)
            .matches("\\P{Cntrl}{10,600}");
      }
      case Answer.Taken(var tree) -> {
        assertThat(task.path("state").asText())
            .as(() -> client.story(sent.id()))
            .isEqualTo("succeeded");
        assertThat(tree(drydock, sent.id(), client)).isEqualTo(tree);
        assertThat(client.patch(sent.id())).containsOnlyOnce("diff --git").endsWith(PATCH);
      }
    }
  }

  private static List<String> tree(Drydock drydock, String id, Client client) {
    var commit =
        client.events(id).stream()
            .filter(event -> event.path("type").asText().equals("checked_out"))
            .map(event -> event.path("commit").asText())
            .findFirst()
            .orElseThrow();
    return Shell.bash(
            drydock.place().home().resolve("mirrors"),
            "for m in *.git; do git --git-dir=\"$m\" -c core.quotePath=false ls-tree -r "
                + commit
                + " 2>/dev/null && break; done")
        .lines()
        .sorted()
        .toList();
  }
}
