package drydock.sandbox.oci;

import drydock.sandbox.Limits;
import drydock.sandbox.Sandbox;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One protection turned off, for one sandbox of a self-test.
///
/// @param off what is turned off
/// @param sandbox the end of that sandbox's name
/// @param edits of the runtime's configuration
/// @param spec of the sandbox
/// @param reach what is laid into its network: see [Scene#reach]; empty for nothing
/// @param door whether its door leads there
/// @param made in place of the sandbox
/// @param outside whether its command runs on the host instead
record Opening(
    String off,
    String sandbox,
    Function<Scene, List<Edit>> edits,
    Function<Scene, UnaryOperator<SandboxSpec>> spec,
    Function<Scene, String> reach,
    Predicate<String> door,
    UnaryOperator<Sandbox> made,
    boolean outside) {
  /// Everywhere in the text.
  record Edit(String from, String to) {
    /// For `sed -z`, where a line feed is a character as others.
    String script() {
      return "s/%s/%s/g"
          .formatted(
              from.replaceAll("[\\\\/.*\\[\\]^$]", "\\\\$0").replace("\n", "\\n"),
              to.replaceAll("[\\\\/&]", "\\\\$0").replace("\n", "\\n"));
    }
  }

  private static Opening of(String off, String sandbox) {
    return new Opening(
        off,
        sandbox,
        _ -> List.of(),
        _ -> UnaryOperator.identity(),
        _ -> "",
        _ -> false,
        UnaryOperator.identity(),
        false);
  }

  static Opening config(String off, String sandbox, Edit... edits) {
    return config(off, sandbox, _ -> List.of(edits));
  }

  static Opening config(String off, String sandbox, Function<Scene, List<Edit>> edits) {
    var o = of(off, sandbox);
    return new Opening(off, sandbox, edits, o.spec, o.reach, o.door, o.made, false);
  }

  /// The filter lets one more call through.
  static Opening call(String name) {
    return config(
        "the filter of system calls lets " + name + " through",
        "probe",
        new Edit("\"_llseek\"", "\"" + name + "\", \"_llseek\""));
  }

  static Opening reach(String off, Function<Scene, String> told) {
    var o = of(off, "probe");
    return new Opening(off, o.sandbox, o.edits, o.spec, told, o.door, o.made, false);
  }

  static Opening door(String off, Predicate<String> leads) {
    var o = of(off, "probe");
    return new Opening(off, o.sandbox, o.edits, o.spec, o.reach, leads, o.made, false);
  }

  static Opening made(String off, String sandbox, UnaryOperator<Sandbox> made) {
    var o = of(off, sandbox);
    return new Opening(off, sandbox, o.edits, o.spec, o.reach, o.door, made, false);
  }

  /// Its command runs on the host.
  static Opening outside(String off, String sandbox) {
    var o = of(off, sandbox);
    return new Opening(off, sandbox, o.edits, o.spec, o.reach, o.door, o.made, true);
  }

  /// A folder is shown where it lies on the host.
  static Opening shown(String off, Function<Scene, Path> folder) {
    return shown(off, folder, Path::toString);
  }

  static Opening shown(String off, Function<Scene, Path> folder, Function<Path, String> target) {
    return spec(
        off,
        "probe",
        scene ->
            spec -> {
              var binds = new ArrayList<>(spec.binds());
              var path = folder.apply(scene);
              binds.add(new Bind(path, target.apply(path), Bind.Access.READ_ONLY));
              return with(spec, binds, spec.command(), spec.limits());
            });
  }

  static Opening spec(String off, String name, Function<Scene, UnaryOperator<SandboxSpec>> spec) {
    var o = of(off, name);
    return new Opening(off, name, o.edits, spec, o.reach, o.door, o.made, false);
  }

  static SandboxSpec with(SandboxSpec spec, List<Bind> binds, List<String> command, Limits limits) {
    return new SandboxSpec(
        spec.labels(),
        spec.image(),
        spec.folders(),
        binds,
        spec.door(),
        spec.relay(),
        command,
        spec.workdir(),
        spec.environment(),
        limits);
  }

  boolean concerns(SandboxSpec of) {
    return of.labels().name().endsWith("-" + sandbox);
  }
}
