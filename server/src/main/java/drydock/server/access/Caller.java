package drydock.server.access;

import drydock.domain.Actor;
import drydock.domain.Scope;
import java.util.Optional;

/// Who asks, and what they may.
///
/// @param token the id of their token; none = the operator's own, or a login code
public record Caller(Actor actor, Scope scope, Optional<String> token) {
  public static final Caller OPERATOR = new Caller(Actor.OPERATOR, Scope.ADMIN, Optional.empty());
}
