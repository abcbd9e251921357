package drydock.server;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.RefusedException;
import drydock.domain.task.Cause;
import drydock.server.edge.Problems;
import drydock.server.edge.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/api.md` tells of every code and cause, with its status.
class DocsTest {
  private static final Pattern CODE = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\d+) \\|");
  private static final Pattern CAUSES = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\| [a-z]");

  @Test
  void every_code_stands_in_the_table_with_its_status() throws IOException {
    var codes =
        Arrays.stream(RefusedException.Code.values())
            .map(code -> Query.wireName(code) + " " + Problems.status(code));
    assertThat(CODE.matcher(text()).results().map(row -> row.group(1) + " " + row.group(2)))
        .containsExactlyElementsOf(
            Stream.concat(codes, Stream.of("disk_full 503", "unavailable 503", "internal 500"))
                .toList());
  }

  @Test
  void every_cause_stands_in_the_table() throws IOException {
    assertThat(
            CAUSES
                .matcher(text())
                .results()
                .map((MatchResult row) -> row.group(1).replace("`", ""))
                .flatMap(causes -> Arrays.stream(causes.split(", ", -1))))
        .containsExactlyElementsOf(Arrays.stream(Cause.values()).map(Query::wireName).toList());
  }

  private static String text() throws IOException {
    return Files.readString(Path.of("../docs/api.md"));
  }
}
