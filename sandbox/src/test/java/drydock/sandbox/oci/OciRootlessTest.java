package drydock.sandbox.oci;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import drydock.sandbox.oci.host.HostCommand;
import drydock.sandbox.oci.host.Identity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The contract again, kept for an ordinary user: in another JVM, of a uid that nobody has. And
/// once more what is about limits, where root gave that user cgroups.
@Tag("integration")
class OciRootlessTest {
  private static final int UID = 65533;

  /// Tells the other JVM that it has cgroups.
  private static final String DELEGATED = "delegated";

  @TestFactory
  Stream<DynamicTest> as_an_ordinary_user() throws IOException, InterruptedException {
    assumeFalse(Identity.ofThisProcess().rootless(), "OciDriverTest is this test already");
    return replayed(UnaryOperator.identity());
  }

  @TestFactory
  Stream<DynamicTest> as_an_ordinary_user_with_cgroups() throws IOException, InterruptedException {
    assumeFalse(Identity.ofThisProcess().rootless(), "only root can give cgroups");
    assumeTrue(DelegatedCgroups.arePossible(), "cgroup v2 is given by systemd");
    try (var cgroups =
        DelegatedCgroups.give(UID, "drydock-test-" + ProcessHandle.current().pid())) {
      return replayed(command ->
          Stream.concat(cgroups.within(command).stream(), Stream.of(DELEGATED)).toList());
    }
  }

  private static Stream<DynamicTest> replayed(UnaryOperator<List<String>> how)
      throws IOException, InterruptedException {
    var place = Place.make();
    try {
      var output = run(place, how);
      return output.stream()
          .map(line -> line.split("\t", 3))
          .map(line -> dynamicTest(line[1], () -> replay(line[0], line[2])));
    } finally {
      place.remove();
    }
  }

  private static List<String> run(Place place, UnaryOperator<List<String>> how)
      throws IOException, InterruptedException {
    var classes = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      // That user may not be able to walk to where they lie.
      var folder = place.folder().resolve("cp" + classes.size());
      var copy = folder.resolve(Path.of(entry).getFileName());
      HostCommand.run(List.of("mkdir", folder.toString()));
      HostCommand.run(List.of("cp", "-rLT", entry, copy.toString()));
      classes.add(copy.toString());
    }
    HostCommand.run(List.of("mkdir", place.folder() + "/run"));
    HostCommand.run(List.of("chown", "-R", UID + ":" + UID, place.folder().toString()));
    var user = List.of("setpriv", "--reuid=" + UID, "--regid=" + UID, "--clear-groups");
    var java = List.of(System.getProperty("java.home") + "/bin/java", "-XX:+UseSerialGC");
    var main = List.of("-cp", String.join(":", classes), OciRootlessTest.class.getName());
    var command = Stream.of(user, java, main).flatMap(List::stream).toList();
    var builder =
        new ProcessBuilder(how.apply(command)).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("XDG_RUNTIME_DIR", place.folder() + "/run");
    var process = builder.directory(new File("/")).start();
    var lines = process.inputReader().readAllLines();
    if (process.waitFor() != 0 || lines.isEmpty()) {
      fail("the other JVM ended with " + process.exitValue());
    }
    return lines;
  }

  private static void replay(String verdict, String why) {
    switch (verdict) {
      case "SUCCESSFUL" -> {}
      case "ABORTED" -> abort(why);
      default -> fail(why);
    }
  }

  /// What the other JVM runs: one line for each test.
  public static void main(String[] args) {
    var tests = LauncherDiscoveryRequestBuilder.request();
    if (List.of(args).contains(DELEGATED)) {
      tests.selectors(
          selectMethod(OciDriverTest.class, "every_row_is_blocked_where_all_limits_hold"));
      Arrays.stream(OciDriverTest.class.getMethods())
          .filter(m -> m.isAnnotationPresent(Test.class))
          .filter(m -> m.getDeclaringClass().getSimpleName().equals("LimitContract"))
          .forEach(m -> tests.selectors(selectMethod(OciDriverTest.class, m.getName())));
    } else {
      tests.selectors(selectClass(OciDriverTest.class));
    }
    LauncherFactory.create()
        .execute(
            tests.build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  var why = result.getThrowable().map(Throwable::toString).orElse("");
                  System.out.println(
                      result.getStatus()
                          + "\t"
                          + (test.getLegacyReportingName() + " " + test.getDisplayName())
                          + "\t"
                          + why.replaceAll("\\s+", " "));
                }
              }
            });
  }
}
