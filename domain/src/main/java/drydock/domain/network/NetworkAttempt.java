package drydock.domain.network;

/// Something inside asked for a host. `reason` says why it was blocked ("not on the list", "private
/// address 10.0.0.1"), or is empty.
public record NetworkAttempt(String host, int port, Decision decision, String reason) {
  public enum Decision {
    ALLOWED,
    BLOCKED
  }
}
