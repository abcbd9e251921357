package drydock.app;

import drydock.domain.isolation.IsolationReport;
import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The isolation self-test's rows for people. Pure.
final class IsolationTable {
  private IsolationTable() {}

  /// For the terminal: what is blocked in one line, unless all of it is wanted.
  static List<String> lines(IsolationReport report, boolean all) {
    var lines = new ArrayList<String>();
    for (var phase : report.phases()) {
      var blocked =
          phase.rows().stream().filter(r -> r.verdict() instanceof Verdict.Blocked).count();
      lines.add(
          "%-4s %-24s %d of %d blocked"
              .formatted(
                  phase.rows().stream().anyMatch(r -> r.verdict() instanceof Verdict.Open)
                      ? "NO"
                      : "ok",
                  "isolation " + phase.phase(),
                  blocked,
                  phase.rows().size()));
      phase.rows().stream()
          .filter(r -> all || !(r.verdict() instanceof Verdict.Blocked))
          .map(IsolationTable::line)
          .forEach(lines::add);
    }
    return lines;
  }

  private static String line(Row row) {
    return switch (row.verdict()) {
      case Verdict.Blocked(var by) -> "ok     %-22s %s".formatted(row.id(), by);
      case Verdict.Open(var reached) -> "OPEN   %-22s %s".formatted(row.id(), reached);
      case Verdict.NotEnforceable _ ->
          "NO     %-22s not enforceable here: %s".formatted(row.id(), row.verdict().detail());
    };
  }

  /// For `docs/security.md`: a row once, where all phases say the same.
  static String markdown(IsolationReport report) {
    var table = new StringBuilder("| row | what it does | | |\n|---|---|---|---|\n");
    var rows = new LinkedHashMap<Row, Map<String, Verdict>>();
    for (var phase : report.phases()) {
      for (var row : phase.rows()) {
        rows.computeIfAbsent(
                new Row(row.id(), row.tried(), new Verdict.Blocked("")), _ -> new LinkedHashMap<>())
            .put(phase.phase(), row.verdict());
      }
    }
    rows.forEach((row, verdicts) -> {
      var words = verdicts.values().stream().map(Verdict::word).distinct().toList();
      var details = verdicts.values().stream().map(Verdict::detail).distinct().toList();
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  row.id(),
                  row.tried(),
                  cell(verdicts, words, Verdict::word).replace('_', ' '),
                  cell(verdicts, details, Verdict::detail).replace("|", "\\|")));
    });
    return table.toString();
  }

  private static String cell(
      Map<String, Verdict> verdicts, List<String> different, Function<Verdict, String> part) {
    return different.size() == 1
        ? different.getFirst()
        : String.join(
            "; ",
            verdicts.entrySet().stream()
                .map(e -> where(e.getKey()) + ": " + part.apply(e.getValue()))
                .toList());
  }

  private static String where(String phase) {
    return phase.equals("setup") ? "in set-up" : "for the agent";
  }
}
