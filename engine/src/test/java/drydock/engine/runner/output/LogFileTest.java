package drydock.engine.runner.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.secret.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private static final String SECRET = "gh\u00f6_0123456789abcdef/+=\"x";
  private static final Secrets SECRETS = new Secrets(List.of(new Secret(SECRET)));

  @TempDir private Path folder = Path.of("");

  @Test
  void a_secret_that_a_process_prints_in_pieces_is_nowhere() throws IOException {
    var base64 =
        Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(SECRET.getBytes(UTF_8));
    var printed = "caf\u00e9 \ud83d\ude80 " + SECRET + "\n" + base64 + "\nthe end " + SECRET;
    for (var seed = 0; seed < 50; seed++) {
      var told = new StringBuilder();
      var file = folder.resolve("log-" + seed);
      String tail;
      try (var log = LogFile.append(file, SECRETS)) {
        log.copy(new Dribbling(printed.getBytes(UTF_8), new Random(seed)), told::append);
        log.line("and " + SECRET);
        tail = log.tail();
      }
      assertThat(told.toString())
          .startsWith("caf\u00e9 \ud83d\ude80 ***\n")
          .endsWith("the end ***")
          .doesNotContain(SECRET.substring(5, 12), base64.substring(4, 12));
      assertThat(Files.readString(file)).isEqualTo(tail).isEqualTo(told + "and ***\n");
    }
  }

  /// A stream that gives a few bytes at a time.
  private static final class Dribbling extends ByteArrayInputStream {
    private final Random random;

    Dribbling(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] to, int from, int most) {
      return super.read(to, from, Math.min(most, 1 + random.nextInt(9)));
    }
  }
}
