package drydock.engine.runner;

import drydock.domain.Sha256;
import drydock.domain.network.Egress;
import drydock.engine.home.LastUse;
import drydock.engine.home.Whole;
import drydock.engine.home.Workspace;
import drydock.engine.runner.output.Exports;
import drydock.engine.runner.output.HostileFile;
import drydock.engine.runner.place.Equipment;
import drydock.git.SetupLayer;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Set-up results, kept by environment key: untracked files of the code, the HOME, and what the
/// script exported. A layer that is there is whole; it is never changed again.
final class Layers {
  private static final String TOUCHED = "touched.json";

  private final Equipment equipment;

  Layers(Equipment equipment) {
    this.equipment = equipment;
  }

  /// @param code lies over the checkout; none = nothing was set up
  /// @param log what set-up printed when it was made
  /// @param exports for the agent's shell
  /// @param touched tracked files that set-up had changed, which was undone
  record Layer(
      Optional<Path> code,
      Path home,
      Optional<Path> log,
      Map<String, String> exports,
      List<String> touched) {
    List<Path> codeLowers(Path checkout) {
      var lowers = new ArrayList<Path>();
      code.ifPresent(lowers::add);
      lowers.add(checkout);
      return lowers;
    }
  }

  /// A layer in the making.
  record Draft(Path folder, List<LayeredFolder> folders) {}

  Layer none() {
    return new Layer(
        Optional.empty(), equipment.home().emptyHome(), Optional.empty(), Map.of(), List.of());
  }

  /// Names the layer's folder, below that of its mirror.
  String key(Checkout.Ready base, String script, Egress egress) {
    var mirror = base.mirror().folder().getFileName().toString();
    var text =
        String.join(
            "\0",
            "1",
            equipment.driver().name(),
            mirror,
            base.commit().id(),
            script,
            egress.toString());
    return mirror + "/" + Sha256.hex(text).substring(0, 40);
  }

  Optional<Layer> find(String key) {
    var folder = folder(key);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      LastUse.note(folder);
      var exports = Files.readString(folder.resolve("exports.env"));
      return Optional.of(
          new Layer(
              Optional.of(folder.resolve("code/upper")),
              folder.resolve("home/upper"),
              Optional.of(folder.resolve("setup.log")),
              Exports.parse(exports),
              List.of(
                  equipment
                      .json()
                      .read(Files.readString(folder.resolve(TOUCHED)), String[].class))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the set-up layer " + folder, e);
    }
  }

  Draft draft(Checkout.Ready base, String key, String script, String wrapper) {
    var folders = equipment.driver().folders();
    var folder = folder(key + ".new");
    folders.remove(folder);
    folders.create(folder);
    for (var each : List.of("code/upper", "code/work", "home/upper", "home/work")) {
      folders.create(folder.resolve(each));
    }
    for (var file : Map.of("setup.sh", script, "run-setup.bash", wrapper).entrySet()) {
      var path = folder.resolve(file.getKey());
      Whole.write(path, file.getValue());
      makeExecutable(path);
      folders.adopt(path);
    }
    return new Draft(
        folder,
        List.of(
            new LayeredFolder(
                Workspace.CODE,
                List.of(base.tree()),
                folder.resolve("code/upper"),
                folder.resolve("code/work")),
            new LayeredFolder(
                Workspace.AGENT_HOME,
                List.of(equipment.home().emptyHome()),
                folder.resolve("home/upper"),
                folder.resolve("home/work"))));
  }

  private static void makeExecutable(Path file) {
    try {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The spec with the draft's scripts shown inside.
  static SandboxSpec withScripts(SandboxSpec spec, Draft draft) {
    var binds = new ArrayList<>(spec.binds());
    for (var name : List.of("setup.sh", "run-setup.bash")) {
      binds.add(new Bind(draft.folder().resolve(name), "/app/" + name, Bind.Access.READ_ONLY));
    }
    return new SandboxSpec(
        spec.labels(),
        spec.image(),
        spec.folders(),
        binds,
        spec.door(),
        spec.relay(),
        spec.command(),
        spec.workdir(),
        spec.environment(),
        spec.limits());
  }

  /// Makes a layer of a draft whose sandbox is gone.
  void seal(Draft draft, Checkout.Ready base, Path log) {
    var upper = equipment.changed(draft.folder().resolve("code/upper"));
    var touched = SetupLayer.seal(base.mirror(), base.commit(), upper);
    var lists = draft.folder().resolve("home/upper/.drydock");
    var before = HostileFile.read(lists, "before.env", 1 << 20).orElse("");
    var after = HostileFile.read(lists, "after.env", 1 << 20).orElse("");
    Whole.write(
        draft.folder().resolve("exports.env"), Exports.format(Exports.between(before, after)));
    Whole.write(draft.folder().resolve(TOUCHED), equipment.json().write(touched));
    try {
      Files.copy(log, draft.folder().resolve("setup.log"), StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft.folder(), draft.folder().resolveSibling(name(draft)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the set-up's result", e);
    }
  }

  private static String name(Draft draft) {
    var name = draft.folder().getFileName().toString();
    return name.substring(0, name.length() - ".new".length());
  }

  void discard(Draft draft) {
    equipment.driver().folders().remove(draft.folder());
  }

  /// A reused layer's log is the attempt's set-up log, marked.
  void showLog(Layer layer, Path to) {
    var from = layer.log().orElseThrow(IllegalStateException::new);
    try (var out = Files.newOutputStream(to)) {
      out.write(
          "[drydock: reused; this is the log of when it was made]\n"
              .getBytes(StandardCharsets.UTF_8));
      Files.copy(from, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot show the set-up's log", e);
    }
  }

  private Path folder(String key) {
    return equipment.home().layers().resolve(key);
  }
}
