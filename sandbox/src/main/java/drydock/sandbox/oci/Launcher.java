package drydock.sandbox.oci;

import drydock.sandbox.Labels;
import drydock.sandbox.Layering;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes a sandbox's bundle and starts it.
///
/// @param sandboxes the folder of all bundles
/// @param disk watches what they write
/// @param memory watches what they take where no cgroup does
record Launcher(Path sandboxes, DiskWatch disk, MemoryWatch memory) {
  private static final Pattern MESSAGE = Pattern.compile("level=error msg=\"(.*)\"$");

  private static final Pattern PID = Pattern.compile("\"init_process_pid\":(\\d+)");

  /// A relay is ready in a fraction of a second.
  private static final Duration START = Duration.ofSeconds(60);

  Remains remains(Runc runc, String id) {
    return new Remains(runc, id, sandboxes.resolve(id));
  }

  /// @throws SandboxException if it could not be made; nothing is left of it then
  OciSandbox launch(SandboxSpec spec, Machine machine, Remains remains) {
    try {
      if (machine.layering() == Layering.COPY) {
        spec.folders().forEach(Copies::prepare);
      }
      var config = new OciConfig(spec, machine);
      var document = Json.write(config.document(remains.id()));
      new Bundle(remains.bundle())
          .write(document, MountPlan.outermost(MountPlan.of(spec, machine)));
      var runtime = started(remains);
      var state = Files.readString(remains.runc().stateFile(remains.id()));
      var sandbox = new OciSandbox(runtime, init(state), CgroupFiles.ofState(state), remains);
      disk.add(sandbox, written(spec), copied(spec, machine.layering()), spec.limits().diskBytes());
      if (!machine.cgroups().memory()) {
        memory.add(sandbox, spec.limits().memoryBytes());
      }
      return sandbox;
    } catch (IOException e) {
      remains.remove();
      throw new SandboxException(
          Cause.START_FAILED, "cannot make " + remains.bundle() + ": " + e, e);
    } catch (RuntimeException e) {
      remains.remove();
      throw e;
    }
  }

  /// Of every sandbox that there is anything left of, whoever made it.
  List<Labels> labels() {
    try (var bundles = Files.list(sandboxes)) {
      return bundles
          .map(bundle -> bundle.getFileName().toString().split("\\."))
          .filter(parts -> parts.length == 3)
          .map(parts -> new Labels(parts[0], parts[1], parts[2]))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "cannot list " + sandboxes + ": " + e, e);
    }
  }

  private static Process started(Remains remains) throws IOException {
    var runtime = remains.runc().run(remains.id(), remains.bundle());
    var late =
        CompletableFuture.delayedExecutor(
            START.toSeconds(), TimeUnit.SECONDS, Thread::startVirtualThread);
    var overdue = CompletableFuture.runAsync(runtime::destroyForcibly, late);
    var said = untilStarted(runtime.getErrorStream());
    overdue.cancel(false);
    if (said.isPresent()) {
      runtime.destroyForcibly();
      throw new SandboxException(Cause.START_FAILED, "the sandbox did not start: " + said.get());
    }
    return runtime;
  }

  /// Reads up to the NUL byte with which pid 1 says that the command starts now.
  ///
  /// @return the last line of what came instead
  private static Optional<String> untilStarted(InputStream errors) throws IOException {
    var said = new StringBuilder();
    for (int b = errors.read(); b != 0; b = errors.read()) {
      if (b < 0) {
        return Optional.of(message(said.toString().strip()));
      }
      said.append((char) b);
    }
    return Optional.empty();
  }

  /// The runtime's own last line is `time=... level=error msg="..."`.
  private static String message(String said) {
    var line = said.substring(said.lastIndexOf('\n') + 1);
    var message = MESSAGE.matcher(line);
    return message.find() ? message.group(1).replace("\\\"", "\"") : line;
  }

  /// None if it has ended already.
  private static Optional<ProcessHandle> init(String state) {
    var pid = PID.matcher(state);
    return pid.find() ? ProcessHandle.of(Long.parseLong(pid.group(1))) : Optional.empty();
  }

  private static List<Path> written(SandboxSpec spec) {
    var binds = spec.binds().stream().filter(b -> b.access() == Bind.Access.READ_WRITE);
    return Stream.concat(spec.folders().stream().map(LayeredFolder::upper), binds.map(Bind::source))
        .toList();
  }

  /// A copy of the lowers is not what the sandbox wrote.
  private static List<Path> copied(SandboxSpec spec, Layering layering) {
    var lowers = spec.folders().stream().flatMap(folder -> folder.lowers().stream());
    return layering == Layering.COPY ? lowers.toList() : List.of();
  }
}
