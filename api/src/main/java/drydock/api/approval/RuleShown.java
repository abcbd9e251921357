package drydock.api.approval;

import drydock.domain.port.Rules.Rule;
import java.time.Instant;

/// An answer that holds for a repository.
///
/// @param repository URL or upload id
/// @param kind of the tool: execute, edit, ...
/// @param subject the command, or the file
/// @param actor who said so
public record RuleShown(
    String id,
    String repository,
    String kind,
    String subject,
    boolean allowed,
    String actor,
    Instant createdAt) {
  public static RuleShown of(Rule rule) {
    return new RuleShown(
        rule.id(),
        rule.repository(),
        rule.kind(),
        rule.subject(),
        rule.allowed(),
        rule.actor(),
        rule.createdAt());
  }
}
