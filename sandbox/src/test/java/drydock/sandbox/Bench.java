package drydock.sandbox;

import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// What the sentences of the contract are tried on.
public interface Bench {
  AtomicInteger NAMES = new AtomicInteger();

  SandboxDriver driver();

  /// Where this test may put folders for sandboxes; empty.
  Path folder();

  /// Of the driver's installation and node.
  default Labels labels(String name) {
    return new Labels("contract", "here", name);
  }

  /// A small sandbox that runs a shell script.
  default Recipe script(String script) {
    var name = "test-" + NAMES.incrementAndGet();
    return new Recipe(
        this,
        new SandboxSpec(
            labels(name),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of("sh", "-c", script),
            "/tmp",
            Map.of(),
            new Limits(256 << 20, 1, 64, 64 << 20)));
  }

  /// What the script writes to its standard output.
  default String output(String script) {
    var ran = script(script).run();
    return ran.out() + ran.err();
  }

  /// A folder with one lower that holds a few files.
  default LayeredFolder layered(String target, Path lower) {
    var place = folder().resolve("layer-" + NAMES.incrementAndGet());
    driver().folders().create(place.resolve("upper"));
    driver().folders().create(place.resolve("work"));
    return new LayeredFolder(target, List.of(lower), place.resolve("upper"), place.resolve("work"));
  }

  record Ran(Sandbox.Exit exit, String out, String err) {}

  record Recipe(Bench bench, SandboxSpec spec) {
    Sandbox start() {
      return bench.driver().start(spec);
    }

    /// Runs it to its end.
    Ran run() {
      return run(new byte[0]);
    }

    Ran run(byte[] input) {
      try (var sandbox = start()) {
        var out = CompletableFuture.supplyAsync(() -> text(sandbox.stdout()));
        var err = CompletableFuture.supplyAsync(() -> text(sandbox.stderr()));
        try (var stdin = sandbox.stdin()) {
          stdin.write(input);
        }
        return new Ran(sandbox.waitFor(), out.join(), err.join());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    Recipe with(LayeredFolder... folders) {
      return changed(List.of(folders), spec.binds(), spec.environment(), spec.limits());
    }

    Recipe with(Bind... binds) {
      return changed(spec.folders(), List.of(binds), spec.environment(), spec.limits());
    }

    Recipe with(Map<String, String> environment) {
      return changed(spec.folders(), spec.binds(), environment, spec.limits());
    }

    Recipe with(Limits limits) {
      return changed(spec.folders(), spec.binds(), spec.environment(), limits);
    }

    Recipe door(Path door) {
      return new Recipe(
          bench,
          spec(spec.labels(), spec.folders(), spec.binds(), Optional.of(door), spec.relay()));
    }

    Recipe relay(String script) {
      var relay = List.of("sh", "-c", script);
      return new Recipe(
          bench, spec(spec.labels(), spec.folders(), spec.binds(), spec.door(), relay));
    }

    Recipe named(Labels labels) {
      return new Recipe(
          bench, spec(labels, spec.folders(), spec.binds(), spec.door(), spec.relay()));
    }

    private SandboxSpec spec(
        Labels labels,
        List<LayeredFolder> folders,
        List<Bind> binds,
        Optional<Path> door,
        List<String> relay) {
      return new SandboxSpec(
          labels,
          spec.image(),
          folders,
          binds,
          door,
          relay,
          spec.command(),
          spec.workdir(),
          spec.environment(),
          spec.limits());
    }

    private Recipe changed(
        List<LayeredFolder> folders,
        List<Bind> binds,
        Map<String, String> environment,
        Limits limits) {
      return new Recipe(
          bench,
          new SandboxSpec(
              spec.labels(),
              spec.image(),
              folders,
              binds,
              spec.door(),
              spec.relay(),
              spec.command(),
              spec.workdir(),
              environment,
              limits));
    }
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
