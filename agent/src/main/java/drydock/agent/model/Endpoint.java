package drydock.agent.model;

import java.net.URI;
import java.time.Duration;

/// Where a model is served.
///
/// @param base without a slash at its end
/// @param model its name there
/// @param silence how long the server may send nothing before it counts as dead
public record Endpoint(String base, String model, Duration silence) {
  URI uri(String path) {
    return URI.create(base + path);
  }
}
