package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.api.provider.ModelDefault;
import drydock.api.provider.ModelTried;
import drydock.api.provider.ProviderList;
import drydock.api.provider.ProviderShown;
import drydock.api.repository.BranchList;
import drydock.api.repository.RepositoryList;
import drydock.api.repository.RepositoryShown;
import drydock.domain.model.ModelName;
import drydock.domain.port.Repositories;
import drydock.domain.port.Repositories.Branches;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a task starts from: repositories, branches, models and keys.
class SuppliesTest {
  private static final String URL = "https://git.example.org/you/app.git";
  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> add(String url) {
    return server.post("/api/repos", "{\"url\": \"%s\"}".formatted(url));
  }

  @Test
  void a_repository_is_made_known_listed_and_forgotten() {
    var added = add(URL);
    var id = Repositories.idOf(URL);
    var shown =
        new RepositoryShown(id, URL, "you/app", server.clock.instant(), 0, Optional.empty());

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.headers().firstValue("Location")).contains("/api/repos/" + id);
    assertThat(server.read(added, RepositoryShown.class)).isEqualTo(shown);
    assertThat(server.read(server.get("/api/repos"), RepositoryList.class))
        .isEqualTo(new RepositoryList(List.of(shown), Optional.empty()));

    assertThat(server.delete("/api/repos/" + id).statusCode()).isEqualTo(204);
    assertThat(server.delete("/api/repos/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void known_ones_come_in_pages() {
    add(URL);
    add("git@git.example.org:you/two.git");

    var first = server.read(server.get("/api/repos?limit=1"), RepositoryList.class);
    var second =
        server.read(
            server.get("/api/repos?limit=1&cursor=" + first.next().orElseThrow()),
            RepositoryList.class);

    assertThat(first.repositories()).extracting(RepositoryShown::title).containsExactly("you/two");
    assertThat(second.repositories()).extracting(RepositoryShown::title).containsExactly("you/app");
    assertThat(second.next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:password@git.example.org/a.git",
    "file:///etc",
    "/etc",
    "-oProxyCommand=x",
    "''"
  })
  void what_no_task_could_have_is_refused_by_both(String url) {
    assertThat(add(url).statusCode()).isEqualTo(400);
    assertThat(server.get("/api/branches?url=" + URLEncoder.encode(url, UTF_8)).statusCode())
        .isEqualTo(400);
    assertThat(server.remotes.asked).isZero();
  }

  @Test
  void branches_are_asked_of_the_remote_and_known_for_a_while() {
    add(URL);
    server.remotes.tell(
        URL, new Branches(Optional.of("main"), List.of("main", "feature/x"), false));
    var path = "/api/repos/" + Repositories.idOf(URL) + "/branches";
    var expected = new BranchList(Optional.of("main"), List.of("main", "feature/x"), false);

    assertThat(server.read(server.get(path), BranchList.class)).isEqualTo(expected);
    assertThat(server.read(server.get("/api/branches?url=" + URL), BranchList.class))
        .isEqualTo(expected);
    assertThat(server.remotes.asked).isEqualTo(1);
    assertThat(server.get("/api/repos").body()).contains("\"defaultBranch\":\"main\"");

    server.clock.advance(Duration.ofSeconds(31));
    server.get(path);
    assertThat(server.remotes.asked).isEqualTo(2);
  }

  @Test
  void a_repository_that_cannot_be_looked_at_is_said_in_one_line() {
    var answer = server.get("/api/branches?url=" + URL);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("repository_unavailable", "there is no repository at " + URL);
    assertThat(server.get("/api/repos/g_nobody/branches").statusCode()).isEqualTo(404);
    assertThat(server.get("/api/branches").statusCode()).isEqualTo(400);
  }

  @Test
  void a_key_is_given_and_never_said_again() {
    var none =
        new ProviderShown("openai", Optional.empty(), Optional.empty(), false, Optional.empty(), 0);
    assertThat(server.read(server.get("/api/providers"), ProviderList.class))
        .isEqualTo(new ProviderList(List.of(none), Optional.empty(), Optional.empty()));

    var given = put("openai", "{\"key\": \" sk-secret-key-1234\\n\"}");

    var shown =
        new ProviderShown(
            "openai",
            Optional.of("https://api.example.org"),
            Optional.of("kept"),
            true,
            Optional.of("1234"),
            2);
    assertThat(server.read(given, ProviderShown.class)).isEqualTo(shown);
    var list = server.get("/api/providers");
    assertThat(server.read(list, ProviderList.class))
        .isEqualTo(
            new ProviderList(
                List.of(shown), Optional.of(ModelName.parse("openai/one")), Optional.of("first")));
    assertThat(given.body() + list.body()).doesNotContain("sk-secret");
    assertThat(server.delete("/api/providers/openai").statusCode()).isEqualTo(204);
    assertThat(server.read(server.get("/api/providers"), ProviderList.class).providers())
        .containsExactly(none);
  }

  @Test
  void a_refused_key_is_told_apart_and_not_repeated() {
    var refused = put("openai", "{\"key\": \"sk-wrong-key\"}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("key_refused").doesNotContain("sk-wrong");
    assertThat(put("nobody", "{}").statusCode()).isEqualTo(404);
    assertThat(put("openai", "{\"key\": {\"sk-secret\": 1}}").body())
        .contains("bad_request")
        .doesNotContain("sk-secret");
  }

  private HttpResponse<String> put(String provider, String body) {
    return putAt("/api/providers/" + provider, body);
  }

  private HttpResponse<String> putAt(String path, String body) {
    return server.send(
        server
            .as(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  @Test
  void the_default_model_is_chosen_and_the_choice_taken_back() {
    assertThat(putAt("/api/models/default", "{\"model\": \"nobody/x\"}").statusCode())
        .isEqualTo(400);
    var chosen = putAt("/api/models/default", "{\"model\": \"openai/two\"}");
    assertThat(chosen.statusCode()).isEqualTo(200);
    assertThat(server.read(chosen, ModelDefault.class))
        .isEqualTo(new ModelDefault(ModelName.parse("openai/two"), "chosen"));
    assertThat(server.read(server.get("/api/providers"), ProviderList.class).defaultFrom())
        .contains("chosen");
    assertThat(server.delete("/api/models/default").statusCode()).isEqualTo(204);
    assertThat(server.delete("/api/models/default").statusCode()).isEqualTo(404);
  }

  @Test
  void a_try_says_what_came_of_it_as_a_value() {
    assertThat(server.read(tried("openai/one"), ModelTried.class))
        .isEqualTo(
            new ModelTried(
                true,
                321,
                Optional.of("Hello, operator"),
                Optional.of(12L),
                Optional.of(3L),
                Optional.empty(),
                Optional.empty()));
    assertThat(server.read(tried("openai/two"), ModelTried.class))
        .isEqualTo(
            new ModelTried(
                false,
                321,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("no_such_model"),
                Optional.of("it has no such")));
  }

  private HttpResponse<String> tried(String model) {
    return server.post("/api/models/try", "{\"model\": \"%s\"}".formatted(model));
  }
}
