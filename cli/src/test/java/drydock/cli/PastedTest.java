package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastedTest {
  private static final Path HOME = Path.of("/home/ann/.drydock");
  private static final Path FOLDER = Path.of("/home/ann/drydock");

  private static String applying(String launcher, String code) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var shell = new Shell(Map.of(), FOLDER, HOME, launcher, nowhere, nowhere, false);
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
