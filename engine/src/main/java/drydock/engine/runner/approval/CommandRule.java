package drydock.engine.runner.approval;

import java.util.regex.Pattern;

/// An entry of an allow list: a command as it is, or with ` *` at its end whatever begins with
/// these words and goes on with plain ones. Pure.
final class CommandRule {
  private static final String ANY = " *";

  /// No character that a shell sees something in: what goes on may not be another command.
  private static final Pattern PLAIN = Pattern.compile("([ ]+[A-Za-z0-9_./:=@,+%-]+)*[ ]*");

  private CommandRule() {}

  static boolean covers(String rule, String command) {
    var asked = command.strip();
    if (!rule.endsWith(ANY)) {
      return asked.equals(rule.strip());
    }
    var begin = rule.substring(0, rule.length() - ANY.length()).strip();
    return !begin.isEmpty()
        && asked.startsWith(begin)
        && PLAIN.matcher(asked.substring(begin.length())).matches();
  }
}
