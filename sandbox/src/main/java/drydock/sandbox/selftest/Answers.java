package drydock.sandbox.selftest;

import drydock.domain.isolation.Row;
import drydock.domain.isolation.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a probe said, which comes out of a sandbox: nothing but known rows is taken, the first word
/// on a row counts unless a later one is worse, and what is not said is not proved.
final class Answers {
  private static final int LONGEST = 300;

  private final Map<Trial, Verdict> verdicts = new EnumMap<>(Trial.class);

  private Answers() {}

  static Answers of(String output) {
    var answers = new Answers();
    output
        .lines()
        .map(line -> line.split("\t", 3))
        .filter(words -> words.length == 3)
        .forEach(w -> Trial.of(w[0]).ifPresent(trial -> answers.add(trial, w[1], clean(w[2]))));
    return answers;
  }

  private void add(Trial trial, String word, String detail) {
    var verdict =
        word.equals("blocked")
            ? new Verdict.Blocked(detail)
            : new Verdict.Open(word.equals("open") ? detail : "not proved: " + detail);
    verdicts.merge(trial, verdict, (first, later) -> later instanceof Verdict.Open ? later : first);
  }

  /// @param trials that the probe was to try
  List<Row> rows(List<Trial> trials) {
    return trials.stream()
        .map(trial ->
            trial.row(
                Optional.ofNullable(verdicts.get(trial))
                    .orElse(new Verdict.Open("not proved: the probe said nothing"))))
        .toList();
  }

  private static String clean(String text) {
    var line = text.replaceAll("[^\\x20-\\x7e]", "?");
    return line.substring(0, Math.min(line.length(), LONGEST));
  }
}
