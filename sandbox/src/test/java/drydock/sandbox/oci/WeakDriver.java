package drydock.sandbox.oci;

import drydock.sandbox.Availability;
import drydock.sandbox.Folders;
import drydock.sandbox.Labels;
import drydock.sandbox.Sandbox;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.SandboxSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The driver with one protection turned off. Its runtime is a script that edits the configuration
/// of the one sandbox that is concerned, and then becomes `runc`: nothing of the driver knows.
final class WeakDriver implements SandboxDriver, AutoCloseable {
  private final OciDriver strong;
  private final Opening opening;
  private final Path folder;
  private final Path edits;
  private final List<Process> ways = new ArrayList<>();
  private volatile Optional<ProcessHandle> neighbour = Optional.empty();
  private volatile Optional<HostSandbox> outside = Optional.empty();

  /// @param folder of the test
  WeakDriver(Place place, Path folder, Opening opening) {
    this.opening = opening;
    this.folder = folder;
    this.edits = place.folder().resolve("edits");
    this.strong = new OciDriver(place.runtime(runtime(place).toString()));
  }

  private Path runtime(Place place) {
    var script = place.folder().resolve("runtime");
    try {
      Files.writeString(
          script,
          """
          #!/bin/sh
          for word; do
            case "$before/$word" in
              --bundle*-%s) sed -z -i -f %s "$word/config.json" ;;
            esac
            before=$word
          done
          exec runc "$@"
          """
              .formatted(opening.sandbox(), edits));
      Files.setAttribute(script, "unix:mode", 0755);
      return script;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Sandbox start(SandboxSpec spec) {
    if (!opening.concerns(spec)) {
      var sandbox = strong.start(spec);
      if (spec.labels().name().endsWith("-neighbour")) {
        neighbour = ((OciSandbox) sandbox).init();
      }
      return sandbox;
    }
    var before = new Scene(folder, neighbour, Optional.empty());
    try {
      Files.writeString(
          edits,
          opening.edits().apply(before).stream()
              .map(Opening.Edit::script)
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var weak = opening.spec().apply(before).apply(spec);
    if (opening.outside()) {
      var none = new HostSandbox(weak.command());
      outside = Optional.of(none);
      return none;
    }
    var sandbox = (OciSandbox) strong.start(weak);
    var scene = new Scene(folder, neighbour, sandbox.init());
    var told = opening.reach().apply(scene);
    if (!told.isEmpty()) {
      ways.add(scene.reach(told));
    }
    return opening.made().apply(sandbox);
  }

  @Override
  public String name() {
    return strong.name();
  }

  @Override
  public Availability availability() {
    return strong.availability();
  }

  @Override
  public Folders folders() {
    return strong.folders();
  }

  @Override
  public void sweep(Predicate<Labels> alive) {
    strong.sweep(alive);
  }

  @Override
  public void close() {
    ways.forEach(Process::destroyForcibly);
    outside.ifPresent(HostSandbox::remove);
  }
}
