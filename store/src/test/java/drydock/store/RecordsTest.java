package drydock.store;

import static drydock.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Scope;
import drydock.domain.port.AccessTokens.AccessToken;
import drydock.domain.port.Rules.Rule;
import drydock.domain.port.Shares.Part;
import drydock.domain.port.Shares.Share;
import drydock.domain.port.Uploads.Upload;
import drydock.domain.task.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The small ports: rules, shares and uploads.
@Tag("integration")
@ExtendWith(RealDatabase.class)
class RecordsTest {
  private final Store store;

  RecordsTest(Store store) {
    this.store = store;
  }

  @Test
  void a_share_is_found_by_its_token_until_it_expires() {
    var task = Samples.task();
    store.tasks().create(task);
    var share =
        new Share(
            "s1", task.id(), "hash", NOON, NOON.plusSeconds(60), Set.of(Part.LOGS, Part.PROMPTS));
    var bare =
        new Share("s2", task.id(), "hash2", NOON.plusSeconds(1), NOON.plusSeconds(60), Set.of());
    store.shares().add(share);
    store.shares().add(bare);

    assertThat(store.shares().find("hash", NOON)).contains(share);
    assertThat(store.shares().find("hash", NOON.plusSeconds(60))).isEmpty();
    assertThat(store.shares().find("other", NOON)).isEmpty();
    assertThat(store.shares().of(task.id())).containsExactly(share, bare);
  }

  @Test
  void a_rule_takes_the_place_of_an_earlier_one_about_the_same() {
    var here = "https://h/" + System.nanoTime() + ".git";
    var make = new Rule(here, "execute", "make", true, "ada", NOON);
    var later = new Rule(here, "execute", "make", false, "bob", NOON.plusSeconds(2));
    var edit = new Rule(here, "edit", "make", true, "ada", NOON.plusSeconds(1));
    var there = new Rule(here + "2", "execute", "m".repeat(16_000), true, "ada", NOON);
    for (var rule : List.of(make, edit, later, there)) {
      store.rules().put(rule);
    }

    assertThat(store.rules().of(here)).containsExactly(later, edit);
    assertThat(store.rules().list()).contains(later, edit, there);
    assertThat(store.rules().remove(make.id())).contains(later);
    assertThat(store.rules().remove(make.id())).isEmpty();
    assertThat(store.rules().of(here)).containsExactly(edit);
  }

  @Test
  void a_revoked_share_is_gone() {
    var task = Samples.task();
    store.tasks().create(task);
    store.shares().add(new Share("s1", task.id(), "hash", NOON, NOON.plusSeconds(60), Set.of()));

    assertThat(store.shares().revoke("s1")).contains(task.id());

    assertThat(store.shares().revoke("s1")).isEmpty();
    assertThat(store.shares().find("hash", NOON)).isEmpty();
  }

  @Test
  void a_token_is_found_by_its_hash_until_it_expires_and_its_use_is_noted_by_the_minute() {
    var tokens = store.accessTokens();
    var token = token("t_1", "ci", "hash", Optional.of(NOON.plusSeconds(300)));
    assertThat(tokens.add(token)).isTrue();
    assertThat(tokens.add(token("t_2", "ci", "hash2", Optional.empty()))).isFalse();

    assertThat(tokens.use("hash", NOON)).contains(token);
    assertThat(tokens.use("hash", NOON.plusSeconds(59))).isPresent();
    assertThat(tokens.list())
        .extracting(AccessToken::lastUsedAt)
        .containsExactly(Optional.of(NOON));
    assertThat(tokens.use("hash", NOON.plusSeconds(60))).isPresent();
    assertThat(tokens.find("t_1", NOON))
        .flatMap(AccessToken::lastUsedAt)
        .contains(NOON.plusSeconds(60));
    assertThat(tokens.use("other", NOON)).isEmpty();
    assertThat(tokens.use("hash", NOON.plusSeconds(300))).isEmpty();
    assertThat(tokens.find("t_1", NOON.plusSeconds(300))).isEmpty();
  }

  @Test
  void a_revoked_token_is_gone_by_name_or_id() {
    var tokens = store.accessTokens();
    tokens.add(token("t_1", "ci", "hash", Optional.empty()));
    tokens.add(token("t_2", "cd", "hash2", Optional.empty()));

    assertThat(tokens.revoke("ci")).map(AccessToken::id).contains("t_1");
    assertThat(tokens.revoke("t_2")).map(AccessToken::name).contains("cd");

    assertThat(tokens.revoke("ci")).isEmpty();
    assertThat(tokens.use("hash", NOON)).isEmpty();
    assertThat(tokens.list()).isEmpty();
  }

  private static AccessToken token(
      String id, String name, String hash, Optional<Instant> expiresAt) {
    return new AccessToken(id, name, Scope.WRITE, hash, NOON, expiresAt, Optional.empty());
  }

  @Test
  void the_same_bytes_are_one_upload() {
    var upload = new Upload("u_abc", "app\0.zip", 12, NOON);

    store.uploads().add(upload);
    store.uploads().add(new Upload("u_abc", "other.zip", 12, NOON.plusSeconds(1)));

    assertThat(store.uploads().find("u_abc"))
        .contains(new Upload("u_abc", "app\uFFFD.zip", 12, NOON.plusSeconds(1)));
    assertThat(store.uploads().find("u_abd")).isEmpty();
  }

  @Test
  void an_upload_goes_with_the_last_task_that_was_created_with_it() {
    store.uploads().add(new Upload("u_abc", "app.zip", 12, NOON));
    var from = Samples.task(new Source.Upload("u_abc", Optional.empty()), List.of());
    var attached = Samples.task(new Source.Empty(), List.of("u_x", "u_abc"));
    store.tasks().create(from);
    store.tasks().create(attached);

    for (var task : List.of(from, attached)) {
      assertThat(store.uploads().removeUnused("u_abc")).isFalse();
      store.tasks().delete(task.id());
    }

    assertThat(store.uploads().removeUnused("u_abc")).isTrue();
    assertThat(store.uploads().find("u_abc")).isEmpty();
    assertThat(store.uploads().removeUnused("u_abc")).isFalse();
  }

  @Test
  void an_upload_is_unused_while_no_task_was_created_with_it_and_nobody_sends_it_again() {
    var old = new Upload("u_old", "old.zip", 1, NOON);
    store.uploads().add(old);
    store.uploads().add(new Upload("u_source", "source.zip", 1, NOON));
    store.uploads().add(new Upload("u_attached", "attached.zip", 1, NOON));
    store.uploads().add(new Upload("u_again", "again.zip", 1, NOON));
    store.uploads().add(new Upload("u_again", "again.zip", 1, NOON.plusSeconds(60)));
    var source = new Source.Upload("u_source", Optional.empty());
    store.tasks().create(Samples.task(source, List.of("u_attached")));

    assertThat(store.uploads().unused(NOON)).isEmpty();
    assertThat(store.uploads().unused(NOON.plusSeconds(1))).containsExactly(old);
  }
}
