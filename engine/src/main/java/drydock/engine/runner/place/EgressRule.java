package drydock.engine.runner.place;

import drydock.domain.network.Egress;
import java.util.List;
import java.util.Optional;

/// What set-up may reach: what the repository asks for, within what the operator allows. Pure.
public final class EgressRule {
  private EgressRule() {}

  public static Egress of(Egress operator, Optional<List<String>> asked) {
    if (asked.isEmpty()) {
      return operator;
    }
    return switch (operator) {
      case Egress.None none -> none;
      case Egress.All _ -> new Egress.Domains(asked.get());
      case Egress.Domains(var allowed) ->
          new Egress.Domains(
              asked.get().stream()
                  .filter(each -> allowed.stream().anyMatch(rule -> covers(rule, each)))
                  .toList());
    };
  }

  private static boolean covers(String rule, String asked) {
    return rule.equalsIgnoreCase(asked)
        || (rule.startsWith("*.")
            && (asked.startsWith("*.") ? asked.substring(1) : asked)
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith(rule.substring(1).toLowerCase(java.util.Locale.ROOT)));
  }
}
