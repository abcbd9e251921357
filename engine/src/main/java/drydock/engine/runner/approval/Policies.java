package drydock.engine.runner.approval;

import drydock.domain.port.Rules.Rule;
import drydock.engine.runner.approval.CommandPolicy.Level;
import java.util.List;
import java.util.Optional;

/// The operator's policy and the repository's. Each judges for itself and the stricter verdict
/// counts, so that nothing a repository brings allows what the operator does not. Pure.
public record Policies(CommandPolicy operator, CommandPolicy repository) {
  Verdict judge(Wish wish, List<Rule> remembered) {
    return operator.judge(wish, remembered).and(repository.judge(wish, remembered));
  }

  /// What people should know; nothing if everything is allowed.
  public Optional<String> note() {
    return isOpen()
        ? Optional.empty()
        : Optional.of(
            "what the agent does unasked: the operator's policy is %s, the repository's is %s, and the stricter counts"
                .formatted(operator.level().shown(), repository.level().shown()));
  }

  /// Whether an agent of ours must ask before it acts.
  public boolean isOpen() {
    return operator.level() == Level.OPEN && repository.level() == Level.OPEN;
  }
}
