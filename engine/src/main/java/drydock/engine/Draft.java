package drydock.engine;

import drydock.domain.task.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A task as asked, before defaults and checks: only the prompt is required.
///
/// @param mode `ask`, `code` or `pr`, as written
/// @param model `provider/model`, or a bare model name of the default provider
/// @param setup a set-up command instead of the repository's own
public record Draft(
    String prompt,
    Optional<String> mode,
    Optional<Source> source,
    Optional<String> agent,
    Optional<String> model,
    OptionalInt attempts,
    Optional<String> check,
    Optional<String> setup,
    Allowance budget,
    List<String> attachments) {
  public Draft {
    attachments = List.copyOf(attachments);
  }
}
