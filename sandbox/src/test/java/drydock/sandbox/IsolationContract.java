package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a sandbox is, as it sees itself. That it cannot get out is tried by the self-test
/// ([SelfTestContract]).
interface IsolationContract extends Bench {
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

  @Test
  default void setuid_programs_are_powerless() {
    assertThat(output("cp /usr/bin/id /tmp/id; chmod u+s /tmp/id; /tmp/id -u; id -u"))
        .matches("(\\d+)\n\\1\n");
    assertThat(output("findmnt -rno OPTIONS /usr 2>&- || grep ' /usr ' /proc/self/mounts"))
        .contains("ro", "nosuid");
  }
}
