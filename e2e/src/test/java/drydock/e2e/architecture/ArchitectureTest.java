package drydock.e2e.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("drydock");

  @Test
  void modules_use_only_what_the_table_allows() {
    var table = ModuleTable.read();
    var wrong = new TreeSet<String>();
    for (var from : CLASSES) {
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        var user = module(from);
        var used = module(dependency.getTargetClass());
        if (!used.isEmpty()
            && !used.equals(user)
            && !table.getOrDefault(user, Set.of()).contains(used)) {
          wrong.add(user + " -> " + used + ": " + from.getSimpleName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_module_stands_in_the_table_and_has_classes() {
    var seen = new TreeSet<String>();
    CLASSES.forEach(c -> seen.add(module(c)));
    var expected = new TreeSet<>(ModuleTable.read().keySet());
    // Tests alone, and TypeScript alone.
    expected.removeAll(Set.of("e2e", "web"));
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("drydock.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_scheduler_and_the_runner_do_not_know_each_other() {
    var wrong = new TreeSet<String>();
    for (var c : CLASSES) {
      for (var d : c.getDirectDependenciesFromSelf()) {
        var from = c.getPackageName();
        var to = d.getTargetClass().getPackageName();
        if ((from.startsWith("drydock.engine.scheduler") && to.startsWith("drydock.engine.runner"))
            || (from.startsWith("drydock.engine.runner")
                && to.startsWith("drydock.engine.scheduler"))) {
          wrong.add(c.getName() + " -> " + d.getTargetClass().getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void only_app_names_a_driver() {
    var wrong = new TreeSet<String>();
    for (var c : CLASSES) {
      for (var d : c.getDirectDependenciesFromSelf()) {
        var to = d.getTargetClass().getPackageName();
        if (to.startsWith("drydock.sandbox.oci")
            && !c.getPackageName().startsWith("drydock.sandbox.oci")
            && !module(c).equals("app")) {
          wrong.add(c.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked = new TreeSet<String>();
    for (var c : CLASSES) {
      if (!c.getPackage().isAnnotatedWith(NullMarked.class)) {
        unmarked.add(c.getPackageName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void only_mains_write_to_standard_streams_and_nobody_uses_java_util_logging() {
    var wrong = new TreeSet<String>();
    for (var c : CLASSES) {
      for (var access : c.getFieldAccessesFromSelf()) {
        if (access.getTargetOwner().getName().equals("java.lang.System")
            && !Exceptions.MAY_USE_STANDARD_STREAMS.contains(module(c))) {
          wrong.add(c.getName() + " uses System." + access.getTarget().getName());
        }
      }
      for (var d : c.getDirectDependenciesFromSelf()) {
        if (d.getTargetClass().getPackageName().equals("java.util.logging")) {
          wrong.add(c.getName() + " uses java.util.logging");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String module(JavaClass c) {
    var name = c.getPackageName();
    if (!name.startsWith("drydock.")) {
      return "";
    }
    var parts = name.split("\\.", -1);
    return parts[1];
  }
}
