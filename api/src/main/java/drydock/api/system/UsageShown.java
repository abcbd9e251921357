package drydock.api.system;

import drydock.domain.model.Usage;
import drydock.domain.port.Ledger;
import java.time.LocalDate;
import java.util.List;

/// What was spent on models from one day to another (UTC), both included.
public record UsageShown(LocalDate from, LocalDate to, Usage total, List<Ledger.Spent> rows) {
  public static UsageShown of(Ledger.Question question, List<Ledger.Spent> rows) {
    var total = rows.stream().map(Ledger.Spent::usage).reduce(Usage.NONE, Usage::plus);
    return new UsageShown(question.from(), question.to(), total, rows);
  }
}
