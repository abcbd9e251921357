package drydock.e2e.server;

import drydock.e2e.server.SharedServer.Held;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one server that they share, as a parameter; started when first asked for.
public final class SharedServer implements ParameterResolver {
  /// Small, so that what takes all it can get is soon at its end.
  public static final Map<String, String> SETTINGS =
      Map.of(
          "DRYDOCK_CAPACITY", "4",
          "DRYDOCK_SANDBOX_MEMORY", "1G",
          "DRYDOCK_SANDBOX_PIDS", "400",
          "DRYDOCK_EGRESS_ALLOW_PRIVATE", String.join(",", Registry.networks()));

  record Held(Place place, Drydock drydock) implements AutoCloseable {
    static Held start() {
      var place = Place.fresh();
      Scenario.models(place);
      return new Held(place, Drydock.up(place, SETTINGS));
    }

    @Override
    public void close() {
      drydock.close();
      // To look at what failed: -Dkeep
      if (System.getProperty("keep") == null) {
        place.remove();
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Drydock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedServer.class))
        .computeIfAbsent(Held.class, _ -> Held.start(), Held.class)
        .drydock();
  }
}
