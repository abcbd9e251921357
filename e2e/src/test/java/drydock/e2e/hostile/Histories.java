package drydock.e2e.hostile;

import static drydock.e2e.hostile.Answer.executable;
import static drydock.e2e.hostile.Answer.file;
import static drydock.e2e.hostile.Answer.taken;

import drydock.e2e.server.Place;
import drydock.e2e.server.Shell;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Objects that git's own tools would not write, each sent in an archive's `.git` and served by a
/// Git host.
final class Histories {
  private static final String NOTHING = "0".repeat(40);

  private record History(String name, Function<Objects, String> commit, Answer answer) {}

  private Histories() {}

  /// @param refused what the refusal of the archive says
  private static History history(String name, String refused, Function<Objects, String> tree) {
    return new History(
        name, objects -> objects.commit(tree.apply(objects), "One\n"), Answer.refused(refused));
  }

  static List<Case> cases(Place place, GitHost host) {
    var cases = new ArrayList<Case>();
    var number = 0;
    for (var each : all()) {
      var name = "history-" + number++;
      var objects = Objects.in(host.folder(name));
      objects.branch("main", each.commit().apply(objects));
      cases.add(Case.url("git: " + each.name(), host.url(name), served(each.answer())));
      var folder = place.folder("hostile/" + name);
      Shell.bash(
          objects.repository(),
          "mkdir -p '%1$s'; ln -s \"$PWD\" '%1$s/.git'; tar -C '%1$s' -chzf '%1$s.tar.gz' .git"
              .formatted(folder));
      cases.add(
          Case.upload(
              "archive: " + each.name(),
              to -> Files.copy(place.folder("hostile/" + name + ".tar.gz"), to),
              each.answer()));
    }
    return cases;
  }

  private static Answer served(Answer answer) {
    return switch (answer) {
      case Answer.Refused(var _, var _) ->
          Answer.unavailable("git refuses|holds|has more than|longer than|failed");
      case Answer.Taken taken -> taken;
    };
  }

  private static List<History> all() {
    var broken = "its \\.git is broken";
    return List.of(
        history("a folder named ..", broken, o -> o.tree("40000", "..", inner(o))),
        history("a folder named .", broken, o -> o.tree("40000", ".", inner(o))),
        history("a folder named .git", broken, o -> o.tree("40000", ".git", inner(o))),
        history("a folder named .GIT", broken, o -> o.tree("40000", ".GIT", inner(o))),
        history("a folder named git~1", broken, o -> o.tree("40000", "git~1", inner(o))),
        history(
            "a folder named .git for a Macintosh",
            broken,
            o -> o.tree("40000", Tar.utf8(".g\u200cit"), inner(o))),
        history("a name with a slash", broken, o -> o.tree("100644", "../a", o.blob("x"))),
        history(
            "a name twice",
            broken,
            o -> o.tree("100644", "a", o.blob("x"), "120000", "a", o.blob("/etc"))),
        history("an object that is none", broken, o -> o.tree("100644", "a", NOTHING)),
        new History(
            "a file with odd bits",
            o -> o.commit(o.tree("106777", "a", o.blob("x")), "One\n"),
            taken(executable("a", "x"))),
        history(
            "a .gitmodules that is a link",
            broken,
            o -> o.tree("120000", ".gitmodules", o.blob("/etc/passwd"))),
        history(
            "a submodule's URL that is an option",
            broken,
            o -> modules(o, "[submodule \"x\"]\n path = x\n url = --upload-pack=evil\n")),
        history(
            "a submodule's name that leads out",
            broken,
            o -> modules(o, "[submodule \"../../hooks\"]\n path = x\n url = ./x\n")),
        history(
            "a submodule's path that is an option",
            broken,
            o -> modules(o, "[submodule \"x\"]\n path = --foo\n url = ./x\n")),
        history("a tree of billions of files", "more than \\d+ files", Histories::bomb),
        history(
            "a tree of billions of files with submodules",
            "more than \\d+ files",
            o ->
                o.tree(
                    "100644",
                    ".gitmodules",
                    o.blob("[submodule \"x\"]\n path = x\n url = ./x\n"),
                    "40000",
                    "d",
                    bomb(o))),
        history("folders five thousand deep", "deep|refused|broken", Histories::deep),
        new History(
            "a commit of a hundred megabytes",
            o -> o.commit(o.tree("100644", "a", o.blob("x")), "m".repeat(100 << 20)),
            Answer.refused("object of \\d+ bytes")),
        new History(
            "attributes of ten megabytes",
            o ->
                o.commit(
                    o.tree("100644", ".gitattributes", o.blob("#\n".repeat(5 << 20))), "One\n"),
            taken(file(".gitattributes", "#\n".repeat(5 << 20)))));
  }

  private static String inner(Objects objects) {
    return objects.tree("100644", "config", objects.blob("[core]\n"));
  }

  private static String modules(Objects objects, String text) {
    return objects.tree("100644", ".gitmodules", objects.blob(text));
  }

  /// Twelve folders, each of which holds the next one ten times.
  private static String bomb(Objects objects) {
    var tree = objects.tree("100644", "f", objects.blob("x"));
    for (var level = 0; level < 12; level++) {
      var entries = new ArrayList<String>();
      for (var i = 0; i < 10; i++) {
        entries.addAll(List.of("40000", "d" + i, tree));
      }
      tree = objects.tree(entries.toArray(String[]::new));
    }
    return tree;
  }

  private static String deep(Objects objects) {
    var tree = objects.tree("100644", "f", objects.blob("x"));
    for (var level = 0; level < 5000; level++) {
      tree = objects.tree("40000", "d", tree);
    }
    return tree;
  }
}
