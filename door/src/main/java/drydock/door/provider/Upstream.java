package drydock.door.provider;

/// Sends one request to a provider. Thread safe.
public interface Upstream {
  /// Waits for the head of the answer, whatever its status.
  ///
  /// @throws UpstreamException if there was none
  /// @throws InterruptedException if the thread was interrupted; the request is abandoned then
  Answer send(Outgoing request) throws InterruptedException;
}
