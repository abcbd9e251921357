package drydock.api.system;

import drydock.domain.isolation.IsolationReport;
import drydock.domain.isolation.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The isolation self-test: when it ran, and what each phase keeps in. `holds`: nothing was `open`.
public record IsolationShown(Instant at, Duration took, boolean holds, List<PhaseShown> phases) {
  public record PhaseShown(String phase, List<RowShown> rows) {}

  /// @param verdict `blocked`, `open` or `not_enforceable`
  /// @param detail by what; what was reached; or why not, and what would make it so
  public record RowShown(String id, String tried, String verdict, String detail) {}

  public static IsolationShown of(IsolationReport report) {
    return new IsolationShown(
        report.at(),
        report.took(),
        report.holds(),
        report.phases().stream()
            .map(
                p -> new PhaseShown(p.phase(), p.rows().stream().map(IsolationShown::row).toList()))
            .toList());
  }

  private static RowShown row(Row row) {
    return new RowShown(row.id(), row.tried(), row.verdict().word(), row.verdict().detail());
  }
}
