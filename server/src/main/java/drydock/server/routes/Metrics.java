package drydock.server.routes;

import drydock.engine.Workstation.Health;

/// Health in Prometheus' text format (0.0.4). Pure.
final class Metrics {
  private Metrics() {}

  static String text(Health health, int waitingRequests) {
    return gauge("drydock_ready", "Whether the server can take tasks.", health.ready() ? 1 : 0)
        + gauge("drydock_attempts_running", "Attempts that run on this node.", health.running())
        + gauge("drydock_capacity", "Attempts that this node runs at once.", health.capacity())
        + gauge("drydock_attempts_queued", "Attempts that wait.", health.queued())
        + gauge("drydock_requests_waiting", "Open streams and long polls.", waitingRequests);
  }

  private static String gauge(String name, String help, int value) {
    return """
    # HELP %1$s %2$s
    # TYPE %1$s gauge
    %1$s %3$d
    """
        .formatted(name, help, value);
  }
}
