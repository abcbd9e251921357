package drydock.engine.runner.approval;

import drydock.acp.PermissionRequest;
import drydock.acp.ToolKind;
import drydock.domain.port.Rules.Rule;
import drydock.domain.secret.Secrets;
import drydock.domain.task.Approval;
import drydock.engine.runner.output.Texts;

/// What an agent asks for, as it says itself. Pure.
///
/// @param call the tool call's id
/// @param subject the command, or the file
/// @param whole false if it had to be cut or masked: then no rule is about it
/// @param input what people are shown beside it, as JSON text
record Wish(String call, ToolKind kind, String subject, boolean whole, String input) {
  private static final int MOST = 16 * 1024;

  /// @param secrets nobody needs to read
  static Wish of(PermissionRequest request, Secrets secrets) {
    var said = request.subject();
    var subject = secrets.mask(said);
    return new Wish(
        Texts.head(request.call(), 200),
        request.kind(),
        Texts.head(subject, MOST),
        subject.equals(said) && subject.length() <= MOST,
        Texts.head(secrets.mask(request.input()), MOST));
  }

  boolean isCommand() {
    return kind == ToolKind.EXECUTE;
  }

  /// What changes nothing, and what can be seen in the diff.
  boolean isHarmless() {
    return switch (kind) {
      case READ, EDIT, DELETE, MOVE, SEARCH, THINK -> true;
      case EXECUTE, FETCH, SWITCH_MODE, OTHER -> false;
    };
  }

  boolean isOf(Rule rule) {
    return whole && rule.kind().equals(kind.wire()) && rule.subject().equals(subject);
  }

  /// Whether it was this that somebody answered.
  boolean isOf(Approval approval) {
    return approval.kind().equals(kind.wire())
        && approval.subject().equals(subject)
        && approval.input().equals(input);
  }
}
