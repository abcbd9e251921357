package drydock.domain.task;

import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import java.util.List;
import java.util.Optional;

/// What was asked: checked, with defaults filled in, never changed afterwards.
///
/// @param prompt what to do, not blank, at most [#MAX_PROMPT_BYTES] of UTF-8
/// @param check the acceptance command of this task; none = the environment's, if it has one
/// @param attempts how many tries run side by side, from 1
/// @param setup the set-up command of this task; none = what the repository brings
/// @param attachments upload ids, shown in the sandbox's `/app/attachments`
public record Request(
    String prompt,
    Mode mode,
    Source source,
    String agent,
    ModelName model,
    int attempts,
    Optional<String> check,
    Optional<String> setup,
    Budget budget,
    List<String> attachments) {
  public static final int MAX_PROMPT_BYTES = 256 * 1024;

  public Request {
    attachments = List.copyOf(attachments);
  }
}
