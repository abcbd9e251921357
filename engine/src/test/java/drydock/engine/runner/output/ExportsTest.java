package drydock.engine.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExportsTest {
  @Test
  void what_the_script_added_or_changed_is_handed_on() {
    var before = "HOME=/home/agent\0PATH=/usr/bin\0SHLVL=1\0";
    var after = "HOME=/home/agent\0PATH=/opt/x:/usr/bin\0SHLVL=2\0GREETING=two\nlines = ok\0";

    assertThat(Exports.between(before, after))
        .isEqualTo(Map.of("PATH", "/opt/x:/usr/bin", "GREETING", "two\nlines = ok"));
  }

  @Test
  void shell_functions_and_our_own_names_stay_behind() {
    assertThat(Exports.between("", "BASH_FUNC_f%%=() { :; }\0DRYDOCK_DOOR=/x\0=weird\0A=1\0"))
        .isEqualTo(Map.of("A", "1"));
  }

  @Test
  void a_listing_comes_back_as_it_was() {
    var variables = Map.of("A", "1=2", "B", "");

    assertThat(Exports.parse(Exports.format(variables))).isEqualTo(variables);
  }
}
