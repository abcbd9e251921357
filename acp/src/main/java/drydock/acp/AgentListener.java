package drydock.acp;

/// What the host hears from an agent. Nothing of it may be trusted.
public interface AgentListener {
  /// Called in the order of arrival, from one thread; a turn's updates all come before its
  /// [AcpClient#prompt] returns. While it runs, nothing more is read from the agent.
  ///
  /// @param replay it happened in the past: the session is being loaded
  void update(SessionUpdate update, boolean replay);

  /// May block; each request has a thread of its own.
  PermissionAnswer permission(PermissionRequest request) throws InterruptedException;

  /// A line that is not the protocol, or an answer nobody asked for: hostile or buggy. At most
  /// 1,000 characters of it.
  void stray(String line);
}
