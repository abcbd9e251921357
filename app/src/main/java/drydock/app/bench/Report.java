package drydock.app.bench;

import java.util.ArrayList;
import java.util.List;

/// `docs/benchmark.md`.
final class Report {
  private final List<String> rows = new ArrayList<>();

  void row(String what, String floor, String measured, String target, boolean met) {
    rows.add(
        "| %s | %s | **%s** | %s | %s |"
            .formatted(what, floor, measured, target, met ? "met" : "missed"));
  }

  String markdown(String machine, String notes) {
    return """
    # Benchmark

    Written by `./drydock bench`; every figure stands beside its floor from the same run. Times are medians, with the range in brackets.

    Machine: %s.

    | what | floor | measured | target | |
    |---|---|---|---|---|
    %s

    %s
    """
        .formatted(machine, String.join("\n", rows), notes);
  }
}
