package drydock.app.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedLogTest {
  @Test
  void a_line_of_the_log_has_no_secret_also_one_learnt_later() {
    var written = new ByteArrayOutputStream();
    var secrets = new Secrets(List.of(new Secret("hunter2hunter2")));
    var log =
        new PrintStream(new MaskedLog(new PrintStream(written, true, UTF_8), secrets), true, UTF_8);

    log.print("cannot fetch https://x:hunter2");
    log.println("hunter2@host caf\u00e9");
    try (var _ = secrets.learn(new Secret("dd_0123456789"))) {
      log.println("door dd_0123456789");
    }

    assertThat(written.toString(UTF_8))
        .isEqualTo("cannot fetch https://x:***@host caf\u00e9\ndoor ***\n");
  }
}
