package drydock.sandbox.oci;

import drydock.sandbox.Availability;
import drydock.sandbox.Folders;
import drydock.sandbox.Labels;
import drydock.sandbox.Layering;
import drydock.sandbox.Sandbox;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.oci.host.DiskUse;
import drydock.sandbox.oci.host.HostFolders;
import drydock.sandbox.oci.host.HostView;
import drydock.sandbox.oci.host.Identity;
import drydock.sandbox.oci.host.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sandboxes by `runc`, without a daemon. As root, a sandbox's user is a uid that nobody else has;
/// for an ordinary user it is that user, called root inside.
public final class OciDriver implements SandboxDriver {
  private static final Logger LOG = LoggerFactory.getLogger(OciDriver.class);

  private final OciSettings settings;
  private final List<Layering> layerings;
  private final HostFolders folders;
  private final Launcher launcher;
  private final Set<String> live = ConcurrentHashMap.newKeySet();
  private Probe.@Nullable Found found;

  public OciDriver(OciSettings settings) {
    this(settings, List.of(Layering.OVERLAY, Layering.COPY));
  }

  /// @param layerings to be tried, best first
  OciDriver(OciSettings settings, List<Layering> layerings) {
    this.settings = settings;
    this.layerings = layerings;
    this.folders = new HostFolders(Identity.ofThisProcess());
    this.launcher =
        new Launcher(
            settings.state().resolve(HostView.SANDBOXES),
            new DiskWatch(new DiskUse(folders.identity())),
            new MemoryWatch());
  }

  @Override
  public String name() {
    return "oci";
  }

  @Override
  public Availability availability() {
    try {
      return found().availability();
    } catch (SandboxException e) {
      return new Availability(false, String.valueOf(e.getMessage()), Layering.COPY, List.of());
    }
  }

  @Override
  public Folders folders() {
    return folders;
  }

  @Override
  public Sandbox start(SandboxSpec spec) {
    check(spec);
    var machine = found().machine();
    var remains = launcher.remains(found().runc(), id(spec.labels()));
    if (!live.add(remains.id())) {
      throw new IllegalStateException("there is a live sandbox " + remains.id());
    }
    try {
      if (Files.exists(remains.bundle())) {
        remains.remove();
      }
      return launcher.launch(spec, machine, remains).onClose(() -> live.remove(remains.id()));
    } catch (RuntimeException e) {
      live.remove(remains.id());
      throw e;
    }
  }

  @Override
  public void sweep(Predicate<Labels> alive) {
    for (var labels : launcher.labels()) {
      var own =
          labels.installation().equals(settings.installation())
              && labels.node().equals(settings.node());
      if (own && !alive.test(labels)) {
        sweep(labels);
      }
    }
  }

  private void sweep(Labels labels) {
    try {
      launcher.remains(found().runc(), id(labels)).remove();
      LOG.info("swept what was left of sandbox {}", id(labels));
    } catch (SandboxException e) {
      // The others are swept all the same, and this one is tried again in a minute.
      LOG.warn("{}", e.getMessage());
    }
  }

  /// Labels hold no dot.
  static String id(Labels labels) {
    return String.join(".", labels.installation(), labels.node(), labels.name());
  }

  private void check(SandboxSpec spec) {
    if (spec.image().isPresent()) {
      throw new SandboxException(
          Cause.IMAGE_NEEDS_DOCKER,
          "the image " + spec.image().get() + " needs the docker driver (DRYDOCK_SANDBOX=docker)");
    }
    for (var bind : spec.binds()) {
      if (!Files.exists(bind.source())) {
        // The runtime only says that a child of its own ended.
        refuse("%s, to be shown at %s, does not exist".formatted(bind.source(), bind.target()));
      }
    }
    var walk = new Walk(folders.identity());
    for (var folder : spec.folders()) {
      for (var lower : folder.lowers()) {
        walk.obstacle(lower).ifPresent(OciDriver::refuse);
      }
      walk.obstacle(folder.upper()).ifPresent(OciDriver::refuse);
    }
  }

  private static void refuse(String why) {
    throw new SandboxException(Cause.UNAVAILABLE, why);
  }

  private synchronized Probe.Found found() {
    if (found == null) {
      try {
        var view = new HostView(settings.state(), settings.workspaces(), folders.identity());
        var host =
            Machine.of(folders.identity(), view.look(settings.toolchains(), settings.caFile()));
        found = new Probe(settings, layerings, launcher, folders).find(host);
      } catch (IOException e) {
        throw new SandboxException(Cause.UNAVAILABLE, "cannot look at this machine: " + e, e);
      }
    }
    return found;
  }
}
