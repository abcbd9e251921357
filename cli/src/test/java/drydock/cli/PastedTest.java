package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastedTest {
  private static final Path HOME = Path.of("/home/ann/.drydock");
  private static final Path FOLDER = Path.of("/home/ann/drydock");

  private static Optional<String> exports(String address, String home) {
    return Pasted.exports(URI.create(address), Path.of(home), HOME);
  }

  @Test
  void clients_are_told_what_they_do_not_find_by_themselves() {
    assertThat(exports("http://127.0.0.1:8080", "/home/ann/.drydock")).isEmpty();
    assertThat(exports("http://127.0.0.1:8081", "/home/ann/.drydock"))
        .contains("export DRYDOCK_URL=http://127.0.0.1:8081");
    assertThat(exports("http://127.0.0.1:8080", "/srv/my dock"))
        .contains("export DRYDOCK_HOME='/srv/my dock'");
    assertThat(exports("https://dock.example.org", "/srv/dock"))
        .contains("export DRYDOCK_URL=https://dock.example.org DRYDOCK_HOME=/srv/dock");
  }

  private static String applying(String launcher, String code) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var shell =
        new Shell(
            Map.of(),
            FOLDER,
            HOME,
            launcher,
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            false);
    return Pasted.applying(shell, Optional.of(code).filter(c -> !c.isEmpty()).map(Path::of), "x");
  }

  @Test
  void a_diff_is_applied_where_the_code_is() {
    assertThat(applying("./drydock", "/home/ann/drydock")).isEqualTo("./drydock apply x");
    assertThat(applying("./drydock", "/home/ann/berth"))
        .isEqualTo("cd /home/ann/berth && /home/ann/drydock/drydock apply x");
    assertThat(applying("../my dock/drydock", "/home/ann/it's"))
        .isEqualTo("cd '/home/ann/it'\\''s' && '/home/ann/my dock/drydock' apply x");
    assertThat(applying("drydock", "/home/ann/berth"))
        .isEqualTo("cd /home/ann/berth && drydock apply x");
    assertThat(applying("./drydock", "")).isEqualTo("/home/ann/drydock/drydock apply x");
  }
}
