package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.runner.approval.CommandPolicy;
import drydock.engine.runner.place.RepositoryEnvironment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EnvironmentYamlTest {
  private final EnvironmentYaml parser = new EnvironmentYaml();

  @Test
  void every_key_is_read() {
    assertThat(
            parser.parse(
                """
                image: debian:13
                setup: |
                  npm ci
                maintenance: npm install
                check: npm test
                egress: [registry.example, "*.example.org"]
                commands: {allow: [npm]}
                """))
        .isEqualTo(
            new RepositoryEnvironment(
                Optional.of("debian:13"),
                Optional.of("npm ci\n"),
                Optional.of("npm install"),
                Optional.of("npm test"),
                Optional.of(List.of("registry.example", "*.example.org")),
                new CommandPolicy(CommandPolicy.Level.ALLOW_LIST, List.of("npm"))));
  }

  @Test
  void a_policy_may_stand_alone_or_beside_its_list() {
    assertThat(parser.parse("commands: {policy: ask}").commands())
        .isEqualTo(new CommandPolicy(CommandPolicy.Level.ASK, List.of()));
    assertThat(parser.parse("commands: {policy: ask, allow: [make, 'npm test *']}").commands())
        .isEqualTo(new CommandPolicy(CommandPolicy.Level.ASK, List.of("make", "npm test *")));
    assertThat(parser.parse("commands: {policy: open}").commands()).isEqualTo(CommandPolicy.OPEN);
  }

  @Test
  void an_empty_file_asks_for_nothing() {
    assertThat(parser.parse("")).isEqualTo(RepositoryEnvironment.NONE);
    assertThat(parser.parse("# later\n")).isEqualTo(RepositoryEnvironment.NONE);
  }

  @Test
  void egress_none_is_not_the_same_as_nothing_said() {
    assertThat(parser.parse("egress: none").egress()).contains(List.of());
    assertThat(parser.parse("egress: all").egress()).isEmpty();
  }

  @Test
  void a_billion_laughs_are_no_larger_than_their_text() {
    var laughs = "check: &a [x, x]\nsetup: &b [*a, *a]\n";

    assertThatThrownBy(() -> parser.parse(laughs)).hasMessage("'setup' must be text");
    assertThat(parser.parse("check: &a make\nsetup: *a\n").setup()).contains("a");
  }

  @Test
  void what_is_wrong_is_said_in_one_line() {
    for (var wrong :
        List.of(
            "- a",
            "chekc: make",
            "check: [a]",
            "egress: {a: b}",
            "commands: ask",
            "commands: {policy: never}",
            "commands: {policy: [ask]}",
            "commands: {allow: make}",
            "commands: {allow: [[make]]}",
            "commands: {deny: [make]}",
            "a: [",
            "x: ".repeat(10) + "{".repeat(50))) {
      assertThatThrownBy(() -> parser.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .hasLineCount(1);
    }
  }
}
