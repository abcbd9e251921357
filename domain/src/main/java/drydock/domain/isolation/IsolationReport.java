package drydock.domain.isolation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The isolation self-test of a machine, as it came out.
///
/// @param at when it began
/// @param phases in the order of a task's
public record IsolationReport(Instant at, Duration took, List<PhaseRows> phases) {
  public IsolationReport {
    phases = List.copyOf(phases);
  }

  /// @param phase `setup` or `agent`
  public record PhaseRows(String phase, List<Row> rows) {
    public PhaseRows {
      rows = List.copyOf(rows);
    }
  }

  public Stream<Row> rows() {
    return phases.stream().flatMap(phase -> phase.rows().stream());
  }

  /// Whether nothing was found open.
  public boolean holds() {
    return rows().noneMatch(row -> row.verdict() instanceof Verdict.Open);
  }
}
