package drydock.door.dialect;

import java.util.Optional;

/// What could be read from an answer.
///
/// @param counted none if the provider did not say
public record Reading(Reply reply, Optional<Counted> counted) {
  public static final Reading NOTHING = new Reading(Reply.EMPTY, Optional.empty());
}
