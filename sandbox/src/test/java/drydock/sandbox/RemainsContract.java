package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing is left of a sandbox.
interface RemainsContract extends Bench {
  /// Everything on the host that belongs to a sandbox of that name: processes, mounts, cgroups,
  /// folders.
  List<String> remains(Labels labels);

  /// Another process that starts a sandbox of this name in which `sleep` sleeps that long, says so
  /// in one line, and waits.
  Process maker(Labels labels, String seconds);

  @Test
  default void nothing_is_left_after_close() throws Exception {
    var marker = "9" + System.nanoTime();
    var recipe = script("setsid sleep %s & echo on; sleep %s".formatted(marker, marker));
    var sandbox = recipe.start();
    assertThat(sandbox.stdout().readNBytes(3)).hasSize(3);
    assertThat(remains(recipe.spec().labels())).isNotEmpty();
    assertThat(HostProcesses.saying(marker)).isNotEmpty();

    sandbox.close();
    sandbox.close();

    assertThat(remains(recipe.spec().labels())).isEmpty();
    assertThat(HostProcesses.saying(marker)).isEmpty();
  }

  @Test
  default void nothing_is_left_of_a_start_that_failed() {
    var recipe = script("echo never").relay("exit 1");

    assertThatThrownBy(recipe::start).isInstanceOf(SandboxException.class);

    assertThat(remains(recipe.spec().labels())).isEmpty();
  }

  @Test
  default void the_name_of_a_closed_sandbox_can_be_used_again() {
    var recipe = script("echo again");

    assertThat(recipe.run()).isEqualTo(recipe.run());
  }

  @Test
  default void what_a_killed_process_leaves_is_swept_and_nothing_else() throws Exception {
    var marker = "6" + System.nanoTime();
    var orphan = labels("orphan");
    var kept = labels("kept");
    var foreign = new Labels("foreign", "here", "orphan");
    for (var labels : List.of(orphan, kept, foreign)) {
      var maker = maker(labels, marker);
      assertThat(maker.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("started");
      maker.destroyForcibly().waitFor();
    }
    assertThat(HostProcesses.saying(marker)).hasSizeGreaterThanOrEqualTo(3);

    driver().sweep(kept::equals);

    assertThat(remains(orphan)).isEmpty();
    assertThat(remains(kept)).isNotEmpty();
    assertThat(remains(foreign)).isNotEmpty();
    driver().sweep(_ -> false);
    assertThat(remains(kept)).isEmpty();
    assertThat(remains(foreign)).isNotEmpty();
    script("true").named(foreign).run();
    assertThat(HostProcesses.saying(marker)).isEmpty();
  }
}
