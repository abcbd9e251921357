package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.model.Budget;
import drydock.domain.port.Uploads;
import drydock.domain.task.Source;
import drydock.git.LocalPaths;
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
