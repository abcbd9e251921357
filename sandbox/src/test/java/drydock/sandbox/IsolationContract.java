package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A sandbox reaches nothing of the host or of another sandbox but what its spec names.
interface IsolationContract extends Bench {
  @Test
  default void it_runs_without_any_privilege() {
    assertThat(output("grep -E '^(Cap...|NoNewPrivs|Seccomp):' /proc/self/status | tr -d '\\t'"))
        .isEqualTo(
            """
            CapInh:0000000000000000
            CapPrm:0000000000000000
            CapEff:0000000000000000
            CapBnd:0000000000000000
            CapAmb:0000000000000000
            NoNewPrivs:1
            Seccomp:2
            """);
  }

  /// Or root in name only, which it says.
  @Test
  default void its_user_is_not_root() {
    assertThat(output("[ \"$(id -u)\" != 0 ] || [ \"$IS_SANDBOX\" = 1 ]; echo $?"))
        .isEqualTo("0\n");
  }

  @Test
  default void the_only_network_interface_is_lo() {
    assertThat(output("ls /sys/class/net; grep -c : /proc/net/dev")).isEqualTo("lo\n1\n");
  }

  @Test
  default void lo_is_up() {
    assertThat(
            output(
                """
                perl -MIO::Socket::INET -e '
                  my $s = IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1") or die $!;
                  IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $s->sockport) or die $!;
                  print "joined"'
                """))
        .isEqualTo("joined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1:80", "169.254.169.254:80", "10.0.0.1:443"})
  default void no_address_can_be_reached(String address) {
    assertThat(output(connect(address))).contains("unreachable");
  }

  @Test
  default void the_hosts_loopback_cannot_be_reached() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(output(connect("127.0.0.1:" + server.getLocalPort()))).contains("refused");
    }
  }

  @Test
  default void no_name_is_resolved() {
    assertThat(output("getent hosts example.org; echo $?")).isEqualTo("2\n");
  }

  @Test
  default void files_of_the_host_are_invisible() throws Exception {
    Files.writeString(folder().resolve("secret"), "x");

    assertThat(output("ls -d /root /var /srv /work /etc/shadow /etc/ssh " + folder() + " 2>&-"))
        .isEmpty();
    assertThat(output("ls /home")).isEqualTo("agent\n");
  }

  @Test
  default void processes_of_the_host_are_invisible() {
    assertThat(output("ls -d /proc/[0-9]* | wc -l").strip().length()).isEqualTo(1);
  }

  @Test
  default void nothing_of_the_first_process_can_be_read_or_traced() {
    assertThat(output("cat /proc/1/environ /proc/1/mem; ls /proc/1/fd"))
        .doesNotContain("=")
        .containsIgnoringCase("denied");
    // PTRACE_ATTACH
    assertThat(output(syscall("ptrace", "16, 1, 0, 0"))).isEqualTo("refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/etc", "/usr", "/usr/bin", "/proc/sys/kernel", "/sys", "/app"})
  default void the_root_filesystem_is_read_only(String folder) {
    assertThat(output("(echo x >%s/file) 2>/dev/null || echo refused".formatted(folder)))
        .isEqualTo("refused\n");
  }

  @ParameterizedTest
  @CsvSource({
    "mount, '\"none\", \"/tmp\", \"tmpfs\", 0, 0'",
    "unshare, 0x10000000", // CLONE_NEWUSER
    "unshare, 0x20000", // CLONE_NEWNS
    "keyctl, '0, -3, 1'", // KEYCTL_GET_KEYRING_ID of the session
    "bpf, '0, 0, 0'",
    "mknodat, '-100, \"/tmp/device\", 0x61b0, 0x800'", // a block device
  })
  default void dangerous_system_calls_are_refused(String call, String arguments) {
    assertThat(output(syscall(call, arguments))).isEqualTo("refused");
  }

  @Test
  default void setuid_programs_are_powerless() {
    assertThat(output("cp /usr/bin/id /tmp/id; chmod u+s /tmp/id; /tmp/id -u; id -u"))
        .matches("(\\d+)\n\\1\n");
    assertThat(output("findmnt -rno OPTIONS /usr 2>&- || grep ' /usr ' /proc/self/mounts"))
        .contains("ro", "nosuid");
  }

  @Test
  default void two_sandboxes_do_not_see_each_other() throws Exception {
    var look = "cat /proc/[0-9]*/cmdline | tr '\\0' ' '; ls /tmp /dev/shm; ls -d /proc/sysvipc";
    var marker = "8" + System.nanoTime();
    try (var other =
        script("touch /tmp/x%1$s /dev/shm/x%1$s; echo; sleep %1$s".formatted(marker)).start()) {
      assertThat(other.stdout().read()).isEqualTo('\n');

      assertThat(output(look)).doesNotContain(marker);
    }
  }

  @Test
  default void devices_are_the_harmless_few() {
    assertThat(output("cd /dev && find . -type b; find . -type c | sort | xargs"))
        .matches("(\\./(console|full|null|ptmx|pts/ptmx|random|tty|urandom|zero) ?)+\n");
  }

  private static String connect(String address) {
    return "perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(PeerAddr => \"%s\", Timeout => 2) ? \"open\" : $@'"
        .formatted(address);
  }

  /// Numbers as on x86_64 and aarch64: `asm/unistd_64.h`.
  private static String syscall(String name, String arguments) {
    var arm = System.getProperty("os.arch").equals("aarch64");
    int number =
        switch (name) {
          case "mount" -> arm ? 40 : 165;
          case "unshare" -> arm ? 97 : 272;
          case "keyctl" -> arm ? 219 : 250;
          case "bpf" -> arm ? 280 : 321;
          case "mknodat" -> arm ? 33 : 259;
          case "ptrace" -> arm ? 117 : 101;
          default -> throw new IllegalArgumentException(name);
        };
    // EPERM: the filter or the kernel; anything else means the call was really tried.
    return "perl -e 'my @a = (%2$s); my $r = syscall(%1$d, @a); print $r == -1 && $! == 1 ? \"refused\" : \"$r $!\"'"
        .formatted(number, arguments);
  }
}
