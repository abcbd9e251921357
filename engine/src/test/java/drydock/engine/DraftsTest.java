package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.model.Budget;
import drydock.domain.port.Uploads;
import drydock.domain.task.Source;
import drydock.git.LocalPaths;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftsTest {
  private static final Budget BUDGET =
      new Budget(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofHours(1));

  /// Where no model is set up: what is right so far ends in that.
  private static void refused(String url, LocalPaths local, Code code, String message) {
    var defaults =
        new Drafts.Defaults(
            "drydock", Set.of("drydock"), Optional::empty, _ -> Optional.empty(), BUDGET, local);
    assertThatThrownBy(() -> new Drafts(defaults, new NoUploads()).check(draft(url)))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }

  private static Draft draft(String url) {
    return new Draft(
        "Mend it",
        Optional.empty(),
        Optional.of(new Source.Git(url, Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        new Allowance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        List.of());
  }

  @Test
  void what_is_no_repository_s_address_is_refused_at_once() {
    refused(
        "file:///srv/a",
        LocalPaths.ALLOWED,
        Code.REPOSITORY_INVALID,
        "file:// is not taken: give the absolute path itself");
    for (var path : List.of("/srv/a", "file:///srv/a")) {
      refused(
          path,
          LocalPaths.REFUSED,
          Code.REPOSITORY_INVALID,
          "paths of this machine are for its operator only: give a URL or upload the repository");
    }
  }

  @Test
  void without_a_model_it_is_said_how_to_have_one() {
    for (var url : List.of("/srv/a", "https://example.org/a.git")) {
      refused(
          url,
          LocalPaths.ALLOWED,
          Code.NO_MODEL,
          "no model is set up: give a key in Settings > Models or with 'drydock key set openai',"
              + " or try --model scripted/template on a copy of examples/template");
    }
  }

  @Test
  void what_a_running_task_is_given_is_on_top_of_its_limits_and_the_rest_stays() {
    var now =
        new Budget(
            Optional.of(new BigDecimal("2.5")),
            Optional.of(1000L),
            Optional.empty(),
            Duration.ofHours(1));

    assertThat(Drafts.raised(now, more(Optional.of(BigDecimal.ONE), Optional.empty(), "PT5M")))
        .isEqualTo(
            new Budget(
                Optional.of(new BigDecimal("3.5")),
                Optional.of(1000L),
                Optional.empty(),
                Duration.ofMinutes(65)));
  }

  @Test
  void limits_of_a_running_task_are_not_lowered() {
    refused(
        more(Optional.of(BigDecimal.TEN.negate()), Optional.empty(), "PT5M"),
        "a budget must be above zero");
    refused(
        more(Optional.empty(), Optional.of(5L), "PT5M"),
        "the task has no limit of budget.tokens: one cannot be set while it runs, only raised");
    refused(
        new Allowance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        "say of what it may use more: budget.usd, budget.tokens, budget.calls or budget.time");
    refused(
        more(Optional.empty(), Optional.empty(), "PT2562047H"),
        "a budget is larger than can be counted");
  }

  private static Allowance more(Optional<BigDecimal> usd, Optional<Long> tokens, String time) {
    return new Allowance(usd, tokens, Optional.empty(), Optional.of(Duration.parse(time)));
  }

  private static void refused(Allowance more, String message) {
    var now =
        new Budget(
            Optional.of(BigDecimal.ONE), Optional.empty(), Optional.empty(), Duration.ofHours(1));
    assertThatThrownBy(() -> Drafts.raised(now, more))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_REQUEST))
        .hasMessage(message);
  }

  private static final class NoUploads implements Uploads {
    @Override
    public void add(Upload upload) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Upload> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<Upload> unused(Instant before) {
      return List.of();
    }

    @Override
    public boolean removeUnused(String id) {
      return false;
    }
  }
}
