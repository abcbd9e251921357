package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.sandbox.Sandbox.Exit;
import drydock.sandbox.Sandbox.Exit.Reason;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.Bind.Access;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No sandbox takes more than it may. A limit that does not hold on this machine says so.
interface LimitContract extends Bench {
  @Test
  default void memory() {
    assumeHolds("memory limit");

    var ran =
        script("perl -e '$0 = \"\\xff\"; $x .= \"x\" x (1 << 20) for 1 .. 384; sleep 30'").run();

    assertThat(ran.exit()).isEqualTo(new Exit(137, Reason.MEMORY_LIMIT));
  }

  @Test
  default void memory_that_is_shared_counts_once() {
    var ran = script("perl -e '$x = \"x\" x (3 << 25); fork for 1 .. 3; sleep 1'; echo $?").run();

    assertThat(ran.out()).isEqualTo("0\n");
  }

  @Test
  default void a_process_that_takes_too_much_ends_alone() {
    assumeHolds("memory limit");

    var ran = script("perl -e '$x .= \"x\" x (1 << 20) for 1 .. 384; sleep 30'; echo $?").run();

    assertThat(ran).isEqualTo(new Ran(new Exit(0, Reason.EXITED), "137\n", ran.err()));
  }

  @Test
  default void memory_of_temporary_files_counts() {
    var exit = script("head -c 300M /dev/zero >/tmp/file").run().exit();

    assertThat(exit.status()).isNotZero();
  }

  @Test
  default void processes() {
    assumeHolds("pids limit");

    var ran =
        script("i=0; while [ $i -lt 100 ]; do sleep 1000 & i=$((i + 1)); done; echo all").run();

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsIgnoringCase("fork");
  }

  @Test
  default void processes_of_another_sandbox_do_not_count() throws Exception {
    var many = "i=0; while [ $i -lt 50 ]; do sleep 1000 & i=$((i + 1)); done; echo all";

    try (var other = script(many + "; wait").start()) {
      assertThat(other.stdout().readNBytes(4)).asString().isEqualTo("all\n");

      assertThat(script(many).run().out()).isEqualTo("all\n");
    }
  }

  @Test
  default void processor_time() {
    assumeHolds("cpu limit");
    var half = new Limits(256 << 20, 0.5, 64, 64 << 20);

    // Twice as long as it works.
    var out =
        script("perl -e 'my $t = time; 1 while times() < 1; print time - $t'").with(half).run();

    assertThat(Integer.parseInt(out.out())).isGreaterThanOrEqualTo(1);
  }

  @Test
  default void the_host_goes_first() {
    var folder = "/sys/fs/cgroup/";

    var share =
        output("cat %scpu/cpu.shares || cat %1$scpu.weight || nice".formatted(folder)).lines();

    assertThat(share.filter(line -> line.matches("\\d+"))).doesNotContain("1024", "100", "0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "head -c 20M /dev/zero >file",
        "mkdir hidden && head -c 20M /dev/zero >hidden/file && chmod 0 hidden",
        "seq 2000 | xargs touch"
      })
  default void disk(String write) throws Exception {
    var output = folder().resolve("output");
    driver().folders().create(output);

    var sandbox =
        script("cd /app/output && " + write + "; sleep 1000")
            .with(new Bind(output, "/app/output", Access.READ_WRITE))
            .with(new Limits(256 << 20, 1, 64, 4 << 20))
            .start();

    try (sandbox) {
      assertThat(sandbox.waitFor(Duration.ofSeconds(10)))
          .contains(new Exit(137, Reason.DISK_LIMIT));
    }
  }

  @Test
  default void a_long_file_with_nothing_in_it_takes_no_disk() throws Exception {
    var output = folder().resolve("sparse");
    driver().folders().create(output);

    var ran =
        script("truncate -s 10G /app/output/file; sleep 1.5; echo done")
            .with(new Bind(output, "/app/output", Access.READ_WRITE))
            .run();

    assertThat(ran.out()).isEqualTo("done\n");
    assertThat(Files.size(output.resolve("file"))).isEqualTo(10L << 30);
  }

  private void assumeHolds(String name) {
    var fact =
        driver().availability().facts().stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow();
    assumeTrue(fact.holds(), fact::detail);
  }
}
