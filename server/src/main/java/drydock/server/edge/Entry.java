package drydock.server.edge;

import drydock.domain.Scope;
import java.util.Optional;

/// Who may come in at an address.
public enum Entry {
  /// Anybody, under any name of this server: it learns nothing.
  PROBE,
  /// Anybody who found it.
  OPEN,
  READ,
  WRITE,
  ADMIN;

  /// What the caller must be allowed; none = nobody is asked who they are.
  Optional<Scope> needed() {
    return switch (this) {
      case PROBE, OPEN -> Optional.empty();
      case READ -> Optional.of(Scope.READ);
      case WRITE -> Optional.of(Scope.WRITE);
      case ADMIN -> Optional.of(Scope.ADMIN);
    };
  }
}
