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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Sandboxes by `runc`, without a daemon. As root, a sandbox's user is a uid that nobody else has;
/// for an ordinary user it is that user, called root inside.
public final class OciDriver implements SandboxDriver {
  /// A relay is ready in a fraction of a second.
  private static final Duration START = Duration.ofSeconds(60);

  private final OciSettings settings;
  private final Identity identity = Identity.ofThisProcess();
  private final HostView host;
  private final Map<String, OciSandbox> live = new ConcurrentHashMap<>();

  public OciDriver(OciSettings settings) {
    this.settings = settings;
    this.host = new HostView(settings, identity);
  }

  @Override
  public String name() {
    return "oci";
  }

  @Override
  public Availability availability() {
    return new Availability(true, "", Layering.OVERLAY, List.of());
  }

  @Override
  public Folders folders() {
    return new HostFolders(identity);
  }

  @Override
  public Sandbox start(SandboxSpec spec) {
    var id = id(spec.labels());
    var remains = new Remains(runc(), id, settings.state().resolve("sandboxes").resolve(id));
    if (Files.exists(remains.bundle())) {
      remains.remove();
    }
    try {
      var config = new OciConfig(spec, machine());
      new Bundle(remains.bundle())
          .write(Json.write(config.document(id)), OciConfig.outermost(config.mounts()));
      var sandbox = new OciSandbox(started(remains), cgroup(remains), remains);
      live.put(id, sandbox);
      return sandbox;
    } catch (IOException e) {
      remains.remove();
      throw new SandboxException(Cause.START_FAILED, "cannot write " + remains.bundle(), e);
    } catch (RuntimeException e) {
      remains.remove();
      throw e;
    }
  }

  @Override
  public void sweep(Predicate<Labels> alive) {}

  private static Process started(Remains remains) throws IOException {
    var runtime = remains.runc().run(remains.id(), remains.bundle());
    var late = CompletableFuture.delayedExecutor(START.toSeconds(), TimeUnit.SECONDS);
    var overdue = CompletableFuture.runAsync(runtime::destroyForcibly, late);
    var said = untilStarted(runtime.getErrorStream());
    overdue.cancel(false);
    if (said.isPresent()) {
      throw new SandboxException(Cause.START_FAILED, said.get());
    }
    return runtime;
  }

  /// Reads up to the NUL byte with which pid 1 says that the command starts now.
  ///
  /// @return what came instead
  private static Optional<String> untilStarted(InputStream errors) throws IOException {
    var said = new StringBuilder();
    for (int b = errors.read(); b != 0; b = errors.read()) {
      if (b < 0) {
        return Optional.of(said.toString().strip());
      }
      said.append((char) b);
    }
    return Optional.empty();
  }

  private static CgroupFiles cgroup(Remains remains) throws IOException {
    return CgroupFiles.ofState(
        Files.readString(remains.runc().stateFile(remains.id()), StandardCharsets.UTF_8));
  }

  /// Labels hold no dot.
  private static String id(Labels labels) {
    return String.join(".", labels.installation(), labels.node(), labels.name());
  }

  private Runc runc() {
    return new Runc(
        Runc.find(settings.runtime()).orElseThrow(),
        settings.state().resolve("runc"),
        Optional.empty());
  }

  private Machine machine() {
    return host.machine();
  }
}
