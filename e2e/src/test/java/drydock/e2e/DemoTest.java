package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./drydock demo` is a success only if the sample's tests pass on the patch.
@Tag("integration")
final class DemoTest {
  private static final Path ROOT = root();

  /// An installation with a sample of its own to spoil.
  @TempDir Path installation;

  private record Ended(int status, String output) {}

  @BeforeEach
  void install() throws IOException {
    Files.createSymbolicLink(installation.resolve("agent"), ROOT.resolve("agent"));
    copy(ROOT.resolve("examples"), installation.resolve("examples"));
  }

  @Test
  void the_sample_is_mended() throws Exception {
    var ended = demo();

    assertThat(ended.output())
        .contains("The sample's tests pass on the patch")
        .doesNotContain(" INFO ");
    assertThat(ended.status()).isZero();
  }

  @Test
  void a_wrong_edit_fails_the_demo() throws Exception {
    var script = installation.resolve("examples/scripts/template.jsonl");
    replace(script, "1 if rest else 0", "0 if rest else 0");

    assertThat(demo()).satisfies(DemoTest::failedItsCheck);
  }

  @Test
  void a_changed_test_that_the_edit_does_not_satisfy_fails_the_demo() throws Exception {
    var tests = installation.resolve("examples/template/tests/test_fees.py");
    Files.writeString(
        tests,
        Files.readString(tests)
            + "\n\nclass Spoilt(unittest.TestCase):\n    def test_never(self):\n        self.fail()\n");

    assertThat(demo()).satisfies(DemoTest::failedItsCheck);
  }

  @Test
  void without_a_runtime_the_demo_says_so() throws Exception {
    assumeTrue(
        isRoot(), "only root may hide the machine's runtime, in a mount namespace of its own");

    var ended = demo("unshare", "--mount", "bash", "-c", WITHOUT_RUNC, "hidden");

    assertThat(ended.output()).contains("no sandbox can be made here", "runc");
    assertThat(ended.status()).isEqualTo(3);
  }

  private static final String WITHOUT_RUNC =
      """
      for folder in /usr/local/sbin /usr/local/bin /usr/sbin /usr/bin; do
        [ ! -e "$folder/runc" ] || mount --bind /dev/null "$folder/runc" || exit 99
      done
      exec "$@"
      """;

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void failedItsCheck(Ended ended) {
    assertThat(ended.output()).contains("The demo failed: the sample's tests do not pass");
    assertThat(ended.status()).isEqualTo(1);
  }

  private Ended demo(String... under) throws Exception {
    var argv = new ArrayList<>(List.of(under));
    argv.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Ddrydock.home=" + installation,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            ROOT.resolve("app/target/lib") + "/*",
            "drydock.app.Main",
            "demo"));
    var process = new ProcessBuilder(argv).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private static void replace(Path file, String old, String with) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, with));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static Path root() {
    for (var f = Path.of("").toAbsolutePath(); f != null; f = f.getParent()) {
      if (Files.isRegularFile(f.resolve("drydock"))) {
        return f;
      }
    }
    throw new IllegalStateException("not inside a checkout");
  }
}
