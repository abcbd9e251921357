package drydock.api.token;

import drydock.domain.Actor;
import drydock.domain.Scope;

/// Who asks, and what they may.
public record CallerShown(Actor actor, Scope scope) {}
