package drydock.api.approval;

import java.util.List;

/// The latest first.
public record RuleList(List<RuleShown> rules) {}
