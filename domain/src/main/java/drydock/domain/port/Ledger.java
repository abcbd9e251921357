package drydock.domain.port;

import drydock.domain.model.ModelName;
import drydock.domain.model.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was spent on models. It is written as calls are put on record, and outlives the tasks.
/// Thread safe.
public interface Ledger {
  /// What sums are told apart by.
  enum By {
    DAY,
    ACTOR,
    REPOSITORY,
    MODEL
  }

  /// @param from the first day, in UTC
  /// @param to the last day
  record Question(LocalDate from, LocalDate to, Set<By> by) {
    public Question {
      by = Set.copyOf(by);
    }
  }

  /// A sum; what it is not told apart by is absent.
  ///
  /// @param actor who asked for the tasks
  /// @param repository URL or upload id; empty for tasks without one, and for deleted ones
  record Spent(
      Optional<LocalDate> day,
      Optional<String> actor,
      Optional<String> repository,
      Optional<ModelName> model,
      Usage usage) {}

  /// The latest day first, then by what was spent.
  List<Spent> spent(Question question);
}
