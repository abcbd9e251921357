package drydock.sandbox.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import drydock.sandbox.Availability;
import drydock.sandbox.Labels;
import drydock.sandbox.Layering;
import drydock.sandbox.Limits;
import drydock.sandbox.Sandbox;
import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import drydock.sandbox.oci.host.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is wrong is said in one line, and nothing is left of what could not be made.
@Tag("integration")
class OciTroubleTest {
  private Place place;
  private OciDriver driver;

  @BeforeEach
  void make() {
    place = Place.make();
    driver = new OciDriver(place.settings());
  }

  @AfterEach
  void clear() {
    place.remove();
  }

  @Test
  void a_missing_runtime() {
    assertThat(new OciDriver(place.runtime("no-runtime")).availability())
        .isEqualTo(unusable("no-runtime is not installed: apt-get install no-runtime"));
  }

  @Test
  void a_runtime_that_does_not_work() {
    assertThat(new OciDriver(place.runtime("/bin/false")).availability())
        .isEqualTo(unusable("the sandbox did not start: "));
  }

  @Test
  void workspaces_that_cannot_be_walked_to() throws IOException {
    assumeFalse(Identity.ofThisProcess().rootless(), "an ordinary user walks as itself");
    Files.setAttribute(Files.createDirectories(place.workspaces()), "unix:mode", 0700);

    assertThat(driver.availability())
        .isEqualTo(
            unusable(
                "%1$s (mode 700) keeps the sandboxes' user out of %1$s: chmod o+x %1$s, or use another"
                        .formatted(place.workspaces())
                    + " place"));
  }

  @Test
  void a_state_folder_that_another_user_made_first() throws IOException {
    assumeFalse(Identity.ofThisProcess().rootless(), "only root can make one");
    var state = Files.createDirectory(place.folder().resolve("state"));
    Files.setAttribute(state, "unix:uid", 65533);

    assertThat(driver.availability())
        .isEqualTo(unusable(state + " belongs to another user: uid 65533"));
  }

  @Test
  void a_layer_that_cannot_be_walked_to() throws IOException {
    assumeFalse(Identity.ofThisProcess().rootless(), "an ordinary user walks as itself");
    assertThat(driver.availability().usable()).isTrue();
    var locked = Files.createDirectory(place.workspaces().resolve("locked"));
    Files.setAttribute(locked, "unix:mode", 0700);
    var lower = Files.createDirectory(locked.resolve("lower"));

    assertThatThrownBy(() -> driver.start(spec(List.of(), List.of(lower))))
        .isInstanceOf(SandboxException.class)
        .hasMessageStartingWith(locked + " (mode 700) keeps the sandboxes' user out of " + lower);
  }

  @Test
  void a_bind_that_is_not_there() {
    var bind = new Bind(Path.of("/no/such"), "/app/x", Bind.Access.READ_ONLY);

    assertThatThrownBy(() -> driver.start(spec(List.of(bind), List.of())))
        .isInstanceOf(SandboxException.class)
        .hasMessage("/no/such, to be shown at /app/x, does not exist");
  }

  @Test
  void a_runtime_that_is_killed_takes_its_sandbox_along() throws InterruptedException {
    Sandbox sandbox = driver.start(spec(List.of(), List.of()));
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("runc"))
        .forEach(ProcessHandle::destroyForcibly);

    assertThat(sandbox.waitFor().status()).isEqualTo(137);
    sandbox.close();

    assertThat(place.remains("contract.here.trouble")).isEmpty();
  }

  private static Availability unusable(String why) {
    return new Availability(false, why, Layering.COPY, List.of());
  }

  private SandboxSpec spec(List<Bind> binds, List<Path> lowers) {
    var upper = place.workspaces().resolve("upper");
    var work = place.workspaces().resolve("work");
    driver.folders().create(upper);
    driver.folders().create(work);
    return new SandboxSpec(
        new Labels("contract", "here", "trouble"),
        Optional.empty(),
        lowers.isEmpty() ? List.of() : List.of(new LayeredFolder("/x", lowers, upper, work)),
        binds,
        Optional.empty(),
        List.of(),
        List.of("sleep", "1000"),
        "/",
        Map.of(),
        new Limits(64 << 20, 1, 16, 64 << 20));
  }
}
