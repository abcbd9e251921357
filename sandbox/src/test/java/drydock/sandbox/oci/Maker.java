package drydock.sandbox.oci;

import drydock.sandbox.Labels;
import drydock.sandbox.Limits;
import drydock.sandbox.SandboxSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process that starts a sandbox and waits to be killed.
final class Maker {
  private Maker() {}

  public static void main(String[] args) throws InterruptedException {
    var labels = new Labels(args[1], args[2], args[3]);
    var place = new Place(Path.of(args[0]));
    var driver = new OciDriver(place.settings(labels.installation(), labels.node()));
    driver.start(
        new SandboxSpec(
            labels,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of("sleep", args[4]),
            "/",
            Map.of(),
            new Limits(64 << 20, 1, 16, 64 << 20)));
    System.out.println("started");
    Thread.sleep(Long.MAX_VALUE);
  }
}
