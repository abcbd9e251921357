package drydock.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sandbox.Bench.Ran;
import drydock.sandbox.Sandbox.Exit;
import drydock.sandbox.Sandbox.Exit.Reason;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A command runs as it would anywhere: streams, status, environment, the end.
interface CommandContract extends Bench {
  @Test
  default void streams_are_the_commands_own() {
    var ran = script("echo out; echo err >&2; cat").run("in".getBytes(ISO_8859_1));

    assertThat(ran).isEqualTo(new Ran(new Exit(0, Reason.EXITED), "out\nin", "err\n"));
  }

  @Test
  default void a_megabyte_of_any_bytes_passes_unchanged() {
    var bytes = new byte[1 << 20];
    new Random(1).nextBytes(bytes);

    var ran = script("cat").run(bytes);

    assertThat(ran.out().getBytes(ISO_8859_1)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "exit 0, 0",
    "exit 3, 3",
    "exit 255, 255",
    "kill -TERM $$, 143",
    "kill -KILL $$, 137",
    "kill -SEGV $$, 139",
    "exec no-such-command, 127"
  })
  default void the_exit_status_is_the_commands(String script, int status) {
    assertThat(script(script).run().exit()).isEqualTo(new Exit(status, Reason.EXITED));
  }

  @Test
  default void signals_that_a_terminal_sends_are_not_ignored() {
    assertThat(script("kill -INT $$; echo survived").run().out()).isEmpty();
  }

  @Test
  default void the_environment_is_what_the_spec_says_and_nothing_of_the_hosts() {
    var variables =
        script("env -0").with(Map.of("A", "1\n2", "HOME", "/tmp")).run().out().split("\0");

    assertThat(variables).contains("A=1\n2", "HOME=/tmp");
    assertThat(variables)
        .allMatch(variable ->
            variable.matches(
                "(?s)(A|PATH|HOME|LANG|PWD|SHLVL|_|OLDPWD|JAVA_HOME|IS_SANDBOX|.*(CA|CERT).*)=.*"));
  }

  @Test
  default void the_command_is_found_on_a_path_and_has_a_home_to_write_to() {
    assertThat(output("cd && touch file && echo $HOME/*")).isEqualTo("/home/agent/file\n");
  }

  @Test
  default void kill_ends_everything_at_once() throws InterruptedException {
    try (var sandbox = script("trap '' TERM INT; sleep 1000 & sleep 1000").start()) {
      sandbox.kill();
      sandbox.kill();

      assertThat(sandbox.waitFor(Duration.ofSeconds(5))).contains(new Exit(137, Reason.KILLED));
    }
  }

  @Test
  default void waiting_has_an_end() throws InterruptedException {
    try (var sandbox = script("sleep 1000").start()) {
      assertThat(sandbox.waitFor(Duration.ofMillis(10))).isEmpty();
    }
  }

  @Test
  default void closing_works_while_the_thread_is_being_interrupted() {
    var sandbox = script("sleep 1000").start();

    Thread.currentThread().interrupt();
    sandbox.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(sandbox.stats()).isEqualTo(new Sandbox.Stats(-1, -1, -1));
  }

  @Test
  default void the_first_process_reaps_orphans() {
    var zombies =
        """
        i=0; while [ $i -lt 20 ]; do (sh -c 'exec sleep 0' &) ; i=$((i + 1)); done
        sleep 0.3; cat /proc/[0-9]*/stat | grep -c ') Z'\
        """;

    assertThat(output(zombies)).isEqualTo("0\n");
  }

  @Test
  default void a_daemon_does_not_outlive_the_command() {
    var marker = "7" + System.nanoTime();

    var exit = script("setsid sh -c 'sleep %s & sleep %s' &\nsleep 0.1".formatted(marker, marker));

    assertThat(exit.run().exit()).isEqualTo(new Exit(0, Reason.EXITED));
    assertThat(HostProcesses.saying(marker)).isEmpty();
  }

  @Test
  default void the_command_starts_when_the_relay_is_ready() {
    var ran =
        script("cat /tmp/ready; cat /tmp/later")
            .relay("touch /tmp/later; echo up >/tmp/ready; echo ready; echo more; exec sleep 1000")
            .run();

    assertThat(ran).isEqualTo(new Ran(new Exit(0, Reason.EXITED), "up\n", ""));
  }

  @Test
  default void a_relay_that_ends_early_is_a_failed_start() {
    assertThatThrownBy(() -> script("echo never").relay("echo no door >&2; exit 1").start())
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("the relay ended before it was ready");
  }

  @Test
  default void twenty_live_at_once() {
    var all =
        IntStream.range(0, 20)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> script("echo " + n).run().out()))
            .toList();

    assertThat(all.stream().map(CompletableFuture::join))
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(n -> n + "\n").toList());
  }

  @Test
  default void stats_tell_what_it_takes() throws Exception {
    try (var sandbox = script("sleep 1000 & sleep 1000 & echo on; wait").start()) {
      new BufferedReader(new InputStreamReader(sandbox.stdout(), ISO_8859_1)).readLine();
      var limits = driver().availability().facts().stream();

      if (limits.anyMatch(
          fact -> fact.name().equals("pids limit") && fact.detail().startsWith("cgroup"))) {
        assertThat(sandbox.stats().pids()).isBetween(3L, 10L);
      } else {
        assertThat(sandbox.stats().pids()).isEqualTo(-1);
      }
    }
  }
}
