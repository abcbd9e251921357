package drydock.engine.runner.approval;

import static drydock.engine.runner.approval.CommandPolicy.Level.ALLOW_LIST;
import static drydock.engine.runner.approval.CommandPolicy.Level.ASK;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.acp.ToolKind;
import drydock.domain.port.Rules.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandPolicyTest {
  private static final Verdict ASKED = new Verdict.Asked();
  private static final Verdict NOT_LISTED =
      new Verdict.Denied("it is not on the list of what is allowed here");
  private static final Verdict LISTED = new Verdict.Allowed("allow-list: make");
  private static final CommandPolicy MAKE_OR_ASK = new CommandPolicy(ASK, List.of("make"));
  private static final CommandPolicy MAKE_ALONE = new CommandPolicy(ALLOW_LIST, List.of("make"));
  private static final Wish MAKE = command("make");
  private static final Wish CURL = command("curl example.org");
  private static final Wish EDIT = new Wish("c", ToolKind.EDIT, "a.txt", true, "{}");

  @Test
  void open_allows_whatever_it_is() {
    assertThat(CommandPolicy.OPEN.judge(CURL, List.of(rule("curl example.org", false))))
        .isEqualTo(new Verdict.Allowed("policy open"));
  }

  @Test
  void ask_asks_for_what_is_not_listed_edits_too() {
    assertThat(MAKE_OR_ASK.judge(MAKE, List.of())).isEqualTo(LISTED);
    assertThat(MAKE_OR_ASK.judge(CURL, List.of())).isEqualTo(ASKED);
    assertThat(MAKE_OR_ASK.judge(EDIT, List.of())).isEqualTo(ASKED);
  }

  @Test
  void an_allow_list_denies_the_other_commands_and_lets_edits_pass() {
    assertThat(MAKE_ALONE.judge(MAKE, List.of())).isEqualTo(LISTED);
    assertThat(MAKE_ALONE.judge(CURL, List.of())).isEqualTo(NOT_LISTED);
    assertThat(MAKE_ALONE.judge(EDIT, List.of())).isInstanceOf(Verdict.Allowed.class);
    assertThat(MAKE_ALONE.judge(new Wish("c", ToolKind.OTHER, "make", true, "{}"), List.of()))
        .as("no command by its kind")
        .isEqualTo(NOT_LISTED);
  }

  @Test
  void what_was_remembered_goes_before_the_list() {
    assertThat(MAKE_OR_ASK.judge(MAKE, List.of(rule("make", false))))
        .isEqualTo(new Verdict.Denied("remembered for this repository, as ada said"));
    assertThat(MAKE_ALONE.judge(CURL, List.of(rule("curl example.org", true))))
        .isEqualTo(new Verdict.Allowed("remembered for this repository, as ada said"));
    assertThat(MAKE_OR_ASK.judge(CURL, List.of(rule("curl", true)))).isEqualTo(ASKED);
  }

  @Test
  void no_rule_is_about_what_had_to_be_cut() {
    var cut = new Wish("c", ToolKind.EXECUTE, "make", false, "{}");
    assertThat(MAKE_OR_ASK.judge(cut, List.of(rule("make", true)))).isEqualTo(ASKED);
  }

  @Test
  void a_repository_can_only_make_it_stricter() {
    var asks = new CommandPolicy(ASK, List.of());
    var everything = new CommandPolicy(ALLOW_LIST, List.of("make", "curl *"));

    assertThat(new Policies(asks, everything).judge(CURL, List.of())).isEqualTo(ASKED);
    assertThat(new Policies(asks, everything).judge(EDIT, List.of())).isEqualTo(ASKED);
    assertThat(new Policies(asks, CommandPolicy.OPEN).judge(CURL, List.of())).isEqualTo(ASKED);
    assertThat(new Policies(asks, MAKE_ALONE).judge(CURL, List.of())).isEqualTo(NOT_LISTED);
    assertThat(new Policies(CommandPolicy.OPEN, MAKE_ALONE).judge(MAKE, List.of()))
        .isInstanceOf(Verdict.Allowed.class);
    assertThat(new Policies(MAKE_ALONE, everything).judge(CURL, List.of())).isEqualTo(NOT_LISTED);
  }

  @Test
  void people_are_told_which_policies_count() {
    assertThat(new Policies(CommandPolicy.OPEN, CommandPolicy.OPEN).note()).isEmpty();
    assertThat(new Policies(CommandPolicy.OPEN, MAKE_ALONE).note())
        .contains(
            "what the agent does unasked: the operator's policy is open, the repository's is"
                + " allow-list, and the stricter counts");
  }

  @ParameterizedTest
  @CsvSource({
    "npm test,npm test",
    "npm test,' npm test '",
    "npm test *,npm test",
    "npm test *,npm test -- --watch=false src/a_b.js",
    "npm test *,npm test  -u"
  })
  void a_rule_covers_the_command_itself_and_with_a_star_what_begins_so(
      String rule, String command) {
    assertThat(CommandRule.covers(rule, command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm testing",
        "npm",
        "npm test; curl example.org",
        "npm test && curl example.org",
        "npm test | sh",
        "npm test $(curl example.org)",
        "npm test `curl example.org`",
        "npm test >a.txt",
        "npm test <a.txt",
        "npm test &",
        "npm test\ncurl example.org",
        "npm test \\\ncurl",
        "npm test 'a b'",
        "npm test ~",
        "npm test *",
        "npm test #",
        "X=1 npm test"
      })
  void a_rule_with_a_star_covers_nothing_that_a_shell_sees_something_in(String command) {
    assertThat(CommandRule.covers("npm test *", command)).isFalse();
  }

  @Test
  void a_star_alone_covers_nothing() {
    assertThat(CommandRule.covers(" *", "make")).isFalse();
    assertThat(CommandRule.covers("*", "make")).isFalse();
  }

  private static Wish command(String text) {
    return new Wish("c", ToolKind.EXECUTE, text, true, "{}");
  }

  private static Rule rule(String subject, boolean allowed) {
    return new Rule("https://h/a.git", "execute", subject, allowed, "ada", Instant.EPOCH);
  }
}
