package drydock.e2e.architecture;

import java.util.Map;
import java.util.Set;

/// What is let off, and why. These lists may only shrink.
final class Exceptions {
  private Exceptions() {}

  /// Programs that people run in a terminal.
  static final Set<String> MAY_USE_STANDARD_STREAMS = Set.of("app", "cli", "agent");

  /// Files above 400 lines.
  static final Map<String, Integer> LONG_FILES = Map.of();

  /// Methods above 40 lines, by `File.java:method`. The constructor of Wiring is the map of the
  /// system: a list of constructor calls that is best read at one sight.
  static final Set<String> LONG_METHODS = Set.of("Wiring.java:Wiring");

  /// Constructors of behaviour with more than 6 parameters.
  static final Set<String> LONG_CONSTRUCTORS = Set.of();
}
