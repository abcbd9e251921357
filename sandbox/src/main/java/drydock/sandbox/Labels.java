package drydock.sandbox;

/// Whose a sandbox is. All parts are of `[a-z0-9_-]`, at most 40 characters.
///
/// @param installation the Drydock it belongs to
/// @param node the server process's machine within it
/// @param name unique among the node's live sandboxes: attempt and phase
public record Labels(String installation, String node, String name) {
  public Labels {
    check(installation);
    check(node);
    check(name);
  }

  private static void check(String part) {
    if (!part.matches("[a-z0-9_-]{1,40}")) {
      throw new IllegalArgumentException("not a label: '" + part + "'");
    }
  }
}
