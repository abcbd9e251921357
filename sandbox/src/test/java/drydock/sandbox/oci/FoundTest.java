package drydock.sandbox.oci;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sandbox.Sandbox.Stats;
import drydock.sandbox.oci.Cgroups.Place;
import drydock.sandbox.oci.host.Identity;
import drydock.sandbox.oci.host.UserNamespaces;
import drydock.sandbox.oci.host.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the driver finds out about a machine, on machines made of files.
class FoundTest {
  private static final Identity ROOT = Identity.of(0, 0);
  private static final Identity USER = Identity.of(1001, 1001);

  @TempDir Path root;

  @Test
  void root_has_cgroups_at_the_top_of_each_hierarchy() throws IOException {
    file("memory/memory.memsw.limit_in_bytes", "");
    file("cpu/cpu.cfs_quota_us", "");
    file("pids/tasks", "");

    assertThat(candidates("", Optional.empty()).of(ROOT))
        .containsExactly(new Cgroups(Place.TOP, true, true, true, true), Cgroups.NONE);
  }

  @Test
  void an_ordinary_user_has_the_folders_that_were_given_to_it() throws IOException {
    file("memory/mine/tasks", "");
    file("cpu,cpuacct/tasks", "");

    assertThat(candidates("4:memory:/mine\n3:cpu,cpuacct:/none\n", Optional.empty()).of(USER))
        .containsExactly(new Cgroups(Place.BELOW_CALLER, true, false, false, false), Cgroups.NONE);
    assertThat(candidates("4:memory:/other\n", Optional.empty()).of(USER))
        .containsExactly(Cgroups.NONE);
  }

  @Test
  void on_v2_an_ordinary_user_asks_systemd() throws IOException {
    file("cgroup.controllers", "cpuset cpu io memory pids\n");
    file("user.slice/user-1001.slice/user@1001.service/cgroup.controllers", "memory pids\n");
    file("run/bus", "");

    var limits = new Cgroups(Place.SYSTEMD, true, true, false, true);
    assertThat(candidates("", Optional.of(root.resolve("run"))).of(USER))
        .containsExactly(limits, Cgroups.NONE);
    assertThat(candidates("", Optional.empty()).of(USER)).containsExactly(Cgroups.NONE);
  }

  @Test
  void the_cgroups_of_a_sandbox_stand_in_the_runtimes_state() throws IOException {
    file("v1/memory.usage_in_bytes", "4096\n");
    file("v1/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");
    file("v2/memory.current", "8192\n");
    file("v2/cpu.stat", "usage_usec 5\nuser_usec 3\n");
    file("v2/pids.current", "3\n");
    file("v2/memory.events", "max 9\noom 1\noom_kill 0\noom_group_kill 0\n");

    var one = state("{\"id\":\"x\",\"cgroup_paths\":{\"memory\":\"%s/v1\"},\"a\":{}}");
    var two = state("{\"id\":\"x\",\"cgroup_paths\":{\"\":\"%s/v2\"}}");
    var none = state("{\"id\":\"x\",\"cgroup_paths\":{}}");

    assertThat(one.stats()).isEqualTo(new Stats(4096, -1, -1));
    assertThat(one.outOfMemory()).isTrue();
    assertThat(two.stats()).isEqualTo(new Stats(8192, 5000, 3));
    assertThat(two.outOfMemory()).isFalse();
    assertThat(none).isEqualTo(new CgroupFiles(Map.of()));
    assertThat(none.outOfMemory()).isFalse();
  }

  @Test
  void a_kernel_without_user_namespaces_says_what_to_do() throws IOException {
    var namespaces = new UserNamespaces(root);

    assertThat(namespaces.obstacle(ROOT))
        .contains("this kernel has no user namespaces (CONFIG_USER_NS)");
    file("self/ns/user", "");
    assertThat(namespaces.obstacle(ROOT)).isEmpty();
    file("sys/kernel/unprivileged_userns_clone", "0\n");
    assertThat(namespaces.obstacle(ROOT)).isEmpty();
    assertThat(namespaces.obstacle(USER))
        .contains(
            "user namespaces are for root only: sysctl -w kernel.unprivileged_userns_clone=1");
    file("sys/user/max_user_namespaces", "0\n");
    assertThat(namespaces.obstacle(ROOT))
        .contains("user namespaces are switched off: sysctl -w user.max_user_namespaces=15000");
  }

  @ParameterizedTest
  @CsvSource({"6.18.44-fc, true", "5.14.0-427.el9.x86_64, true", "5.9.1, false", "4.18.0, false"})
  void newer_kernels_count_the_processes_of_a_user_namespace(String release, boolean counts)
      throws IOException {
    file("sys/kernel/osrelease", release + "\n");

    assertThat(new UserNamespaces(root).countProcesses()).isEqualTo(counts);
  }

  @Test
  void the_folder_that_stands_in_the_way_is_named() throws IOException {
    var deep = Files.createDirectories(root.resolve("locked/deep"));
    Files.setAttribute(root, "unix:mode", 0755);
    Files.setAttribute(deep.getParent(), "unix:mode", 0750);

    var stranger = new Walk(Identity.of(0, 0));

    assertThat(stranger.obstacle(deep))
        .hasValueSatisfying(line ->
            assertThat(line)
                .startsWith(deep.getParent() + " (mode 750) keeps the sandboxes' user out of"));
    assertThat(stranger.obstacle(root.resolve("none")))
        .hasValueSatisfying(line -> assertThat(line).contains("cannot be reached"));
  }

  private CgroupFiles state(String json) {
    return CgroupFiles.ofState(json.formatted(root));
  }

  private CgroupCandidates candidates(String own, Optional<Path> runtimeDir) {
    return new CgroupCandidates(root, own, runtimeDir);
  }

  private void file(String name, String content) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
