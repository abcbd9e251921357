package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.isolation.IsolationReport;
import drydock.domain.isolation.IsolationReport.PhaseRows;
import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import drydock.domain.isolation.Verdict.Blocked;
import drydock.domain.isolation.Verdict.NotEnforceable;
import drydock.domain.isolation.Verdict.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolationTableTest {
  private static final IsolationReport REPORT =
      new IsolationReport(
          Instant.EPOCH,
          Duration.ofSeconds(3),
          List.of(
              new PhaseRows(
                  "setup",
                  List.of(
                      row("tcp", "connects", new Blocked("no way")),
                      row("processor", "computes", new NotEnforceable("no cgroup", "be root")))),
              new PhaseRows(
                  "agent",
                  List.of(
                      row("tcp", "connects", new Open("1.1.1.1 answers")),
                      row("processor", "computes", new NotEnforceable("no cgroup", "be root"))))));

  @Test
  void what_is_blocked_is_summed_up_and_the_rest_is_shown() {
    assertThat(IsolationTable.lines(REPORT, false))
        .containsExactly(
            "ok   isolation setup          1 of 2 blocked",
            "NO     processor              not enforceable here: no cgroup: be root",
            "NO   isolation agent          0 of 2 blocked",
            "OPEN   tcp                    1.1.1.1 answers",
            "NO     processor              not enforceable here: no cgroup: be root");
  }

  @Test
  void all_of_it_can_be_shown() {
    assertThat(IsolationTable.lines(REPORT, true)).contains("ok     tcp                    no way");
  }

  @Test
  void the_page_has_a_row_once_and_says_where_the_phases_differ() {
    assertThat(IsolationTable.markdown(REPORT))
        .isEqualTo(
            """
            | row | what it does | | |
            |---|---|---|---|
            | `tcp` | connects | in set-up: blocked; for the agent: open | in set-up: no way; for the agent: 1.1.1.1 answers |
            | `processor` | computes | not enforceable | no cgroup: be root |
            """);
  }

  private static Row row(String id, String tried, Verdict verdict) {
    return new Row(id, tried, verdict);
  }
}
