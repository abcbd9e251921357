package drydock.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The budgets of size, so that no room grows too full.
final class ShapeTest {
  private static final List<String> BANNED =
      List.of(
          "Manager",
          "Helper",
          "Util",
          "Utils",
          "Impl",
          "Abstract",
          "Base",
          "Common",
          "Data",
          "Info");

  @Test
  void files_are_small() {
    var sizes = Repository.javaFiles("main").stream().map(ShapeTest::lines).sorted().toList();
    assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(90);
    assertThat(sizes.get(sizes.size() * 9 / 10)).as("p90").isLessThanOrEqualTo(220);
  }

  @Test
  void no_file_is_above_400_lines() {
    var tooLong = new TreeSet<String>();
    for (var kind : List.of("main", "test")) {
      for (var file : Repository.javaFiles(kind)) {
        var name = file.getFileName().toString();
        if (lines(file) > Exceptions.LONG_FILES.getOrDefault(name, 400)) {
          tooLong.add(name + ": " + lines(file));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void packages_have_at_most_25_files() {
    var count = new HashMap<Path, Integer>();
    Repository.javaFiles("main").forEach(f -> count.merge(f.getParent(), 1, Integer::sum));
    count.values().removeIf(n -> n <= 26); // package-info.java is no type
    assertThat(count).isEmpty();
  }

  @Test
  void type_names_say_what_a_thing_is() {
    var wrong = new ArrayList<String>();
    for (var file : Repository.javaFiles("main")) {
      var name = file.getFileName().toString().replace(".java", "");
      var words = List.of(name.split("(?=\\p{Lu})"));
      if (words.stream().anyMatch(BANNED::contains)) {
        wrong.add(name);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void constructors_of_behaviour_take_at_most_6_parameters() {
    var wrong = new TreeSet<String>();
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("drydock");
    for (var c : classes) {
      if (c.isRecord() || c.isEnum() || c.isAnonymousClass() || c.isInnerClass()) {
        continue;
      }
      for (var constructor : c.getConstructors()) {
        if (constructor.getRawParameterTypes().size() > 6
            && !constructor.getModifiers().contains(JavaModifier.SYNTHETIC)
            && !Exceptions.LONG_CONSTRUCTORS.contains(c.getSimpleName())) {
          wrong.add(c.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void methods_are_at_most_40_lines() {
    var wrong = new TreeSet<String>();
    for (var file : Repository.javaFiles("main")) {
      wrong.addAll(LongMethods.in(file, 40));
    }
    wrong.removeIf(
        method -> Exceptions.LONG_METHODS.contains(method.substring(0, method.indexOf(' '))));
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_is_left_to_do_without_an_issue() {
    var mark = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!\\(#\\d+\\))");
    var wrong = new TreeSet<String>();
    for (var file : Repository.javaFiles("main")) {
      if (mark.matcher(read(file)).find()) {
        wrong.add(file.getFileName().toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static int lines(Path file) {
    return (int) read(file).lines().count();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
