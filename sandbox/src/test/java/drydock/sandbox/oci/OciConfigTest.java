package drydock.sandbox.oci;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sandbox.Labels;
import drydock.sandbox.Layering;
import drydock.sandbox.Limits;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.Bind.Access;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import drydock.sandbox.oci.Cgroups.Place;
import drydock.sandbox.oci.host.Identity;
import drydock.sandbox.oci.host.Mount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A spec becomes exactly the file in the resources; the list of system calls is cut out of both.
class OciConfigTest {
  private static final SandboxSpec SPEC =
      new SandboxSpec(
          new Labels("home", "box", "attempt-1-run"),
          Optional.empty(),
          List.of(
              new LayeredFolder(
                  "/app/code",
                  List.of(Path.of("/dd/setup"), Path.of("/dd/check,out")),
                  Path.of("/dd/1/upper"),
                  Path.of("/dd/1/work"))),
          List.of(
              new Bind(Path.of("/dd/1/output"), "/app/output", Access.READ_WRITE),
              new Bind(Path.of("/dd/agent"), "/opt/drydock", Access.READ_ONLY)),
          Optional.of(Path.of("/run/drydock/d/1")),
          List.of("/opt/drydock/bin/agent", "relay"),
          List.of("sh", "-c", "echo \"$0\"\n"),
          "/app/code",
          Map.of("CI", "1"),
          new Limits(1 << 30, 1.5, 512, 5L << 30));

  @ParameterizedTest
  @CsvSource({"0, TOP, OVERLAY, root.json", "1001, NOWHERE, COPY, rootless.json"})
  void a_spec_becomes_the_runtimes_configuration(
      int uid, Place place, Layering layering, String golden) throws IOException {
    var holds = place != Place.NOWHERE;
    var machine =
        new Machine(
            Identity.of(uid, uid),
            "amd64",
            List.of(Mount.readOnly(Path.of("/usr"), "/usr")),
            Map.of("PATH", "/usr/bin", "HOME", "/home/agent"),
            true,
            layering,
            new Cgroups(place, holds, holds, holds, holds));

    var config = Json.write(new OciConfig(SPEC, machine).document("home.box.attempt-1-run"));

    var calls = resource("seccomp-syscalls.json").strip();
    assertThat(config.replace(calls, "[]")).isEqualTo(resource(golden));
  }

  private static String resource(String name) throws IOException {
    try (var in = OciConfigTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
