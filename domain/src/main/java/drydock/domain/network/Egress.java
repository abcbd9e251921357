package drydock.domain.network;

import java.util.List;

/// What a phase may reach through its door.
public sealed interface Egress {
  record None() implements Egress {}

  /// Any public address.
  record All() implements Egress {}

  /// Hosts by name: `example.org` is that host alone, `*.example.org` every host below it (not
  /// itself).
  record Domains(List<String> patterns) implements Egress {
    public Domains {
      patterns = List.copyOf(patterns);
    }
  }

  /// `none`, `all`, or a list separated by commas or blanks.
  static Egress parse(String text) {
    return switch (text.strip()) {
      case "", "none" -> new None();
      case "all" -> new All();
      default -> new Domains(List.of(text.strip().split("[,\\s]+")));
    };
  }
}
