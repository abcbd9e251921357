package drydock.domain;

/// Who did something: every event carries one. `kind` says how they came in, `name` who they are.
public record Actor(Kind kind, String name) {
  public enum Kind {
    /// A person or program with an API token or a browser session.
    USER,
    /// The program inside the sandbox.
    AGENT,
    /// Drydock itself.
    SYSTEM
  }

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "drydock");

  /// Whoever runs this installation: starts and stops it, and holds its token.
  public static final Actor OPERATOR = user("operator");

  public static Actor user(String name) {
    return new Actor(Kind.USER, name);
  }

  public static Actor agent(String name) {
    return new Actor(Kind.AGENT, name);
  }
}
