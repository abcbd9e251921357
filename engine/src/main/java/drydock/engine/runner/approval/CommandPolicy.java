package drydock.engine.runner.approval;

import drydock.domain.port.Rules.Rule;
import java.util.List;

/// What an agent may do without asking, as the operator or a repository says it. Pure. It is for
/// people who want to see what happens: what keeps an agent in is its sandbox.
///
/// @param allow commands, or with ` *` at the end all commands that begin so
public record CommandPolicy(Level level, List<String> allow) {
  public static final CommandPolicy OPEN = new CommandPolicy(Level.OPEN, List.of());

  public enum Level {
    /// Whatever it wants.
    OPEN,
    /// What is not allowed by a list or a remembered answer is for a person to answer.
    ASK,
    /// As ASK, but what is no edit and not allowed is denied, and nobody is asked.
    ALLOW_LIST;

    /// @throws IllegalArgumentException if it is none of the three
    public static Level parse(String text) {
      return switch (text) {
        case "open" -> OPEN;
        case "ask" -> ASK;
        case "allow-list" -> ALLOW_LIST;
        default -> throw new IllegalArgumentException(text);
      };
    }

    public String shown() {
      return switch (this) {
        case OPEN -> "open";
        case ASK -> "ask";
        case ALLOW_LIST -> "allow-list";
      };
    }
  }

  public CommandPolicy {
    allow = List.copyOf(allow);
  }

  /// @param remembered of the repository
  Verdict judge(Wish wish, List<Rule> remembered) {
    if (level == Level.OPEN) {
      return new Verdict.Allowed("policy open");
    }
    var known = remembered.stream().filter(wish::isOf).findFirst();
    if (known.isPresent()) {
      var by = "remembered for this repository, as " + known.get().actor() + " said";
      return known.get().allowed() ? new Verdict.Allowed(by) : new Verdict.Denied(by);
    }
    var listed = allow.stream().filter(rule -> wish.isCommand() && covers(rule, wish)).findFirst();
    if (listed.isPresent()) {
      return new Verdict.Allowed("allow-list: " + listed.get());
    }
    if (level == Level.ASK) {
      return new Verdict.Asked();
    }
    return wish.isHarmless()
        ? new Verdict.Allowed("policy allow-list, which is of commands")
        : new Verdict.Denied("it is not on the list of what is allowed here");
  }

  private static boolean covers(String rule, Wish wish) {
    return wish.whole() && CommandRule.covers(rule, wish.subject());
  }
}
