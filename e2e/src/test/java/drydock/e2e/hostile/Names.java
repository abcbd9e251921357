package drydock.e2e.hostile;

import static drydock.e2e.hostile.Answer.executable;
import static drydock.e2e.hostile.Answer.file;
import static drydock.e2e.hostile.Answer.refused;
import static drydock.e2e.hostile.Answer.taken;
import static drydock.e2e.hostile.Tar.utf8;

import java.nio.file.Path;
import java.util.List;

/// Entries whose names reach out, hide, or mean something to a terminal or another system.
final class Names {
  private Names() {}

  static List<Case> cases(Path canary) {
    var up = "../".repeat(12) + canary.toString().substring(1) + "/slipped";
    return List.of(
        Case.upload("tar: up and out", one(up), refused("has '\\.\\.' in its path")),
        Case.upload("zip: up and out", zipped(up), refused("has '\\.\\.' in its path")),
        Case.upload("tar: down, then up and out", one("a/b/../../" + up), refused("'\\.\\.'")),
        Case.upload("tar: absolute", one(canary + "/slipped"), refused("absolute path")),
        Case.upload("zip: absolute", zipped(canary + "/slipped"), refused("absolute path")),
        Case.upload("zip: two slashes", zipped("//slipped"), refused("absolute path")),
        Case.upload("zip: a drive", zipped("C:\\Windows\\slipped"), refused("absolute path")),
        Case.upload(
            "zip: backslashes, said to be of DOS",
            Zip.of(z -> z.add(new Zip.Entry(up.replace('/', '\\'), "x").platform(0))),
            refused("has '\\.\\.' in its path")),
        Case.upload(
            "tar: backslashes are no slashes here",
            Tar.gz(t -> t.file("..\\..\\slipped", "x")),
            taken(file("\"..\\\\..\\\\slipped\"", "x"))),
        Case.upload(
            "tar: NUL in a pax path",
            Tar.gz(t -> {
              t.pax("path", "fine\0/../../slipped");
              t.file("fine", "x");
            }),
            refused("control characters|'\\.\\.'|cut off")),
        Case.upload("zip: NUL", zipped("fine.txt\0.exe"), refused("control characters")),
        Case.upload("tar: line end", one("a\nM 100644 inline b"), refused("control characters")),
        Case.upload("zip: escape sequence", zipped("\033]0;mine\007"), refused("control char")),
        Case.upload(
            "tar: full-width dots are no dots",
            one(utf8("．．／slipped")),
            taken(file(utf8("．．／slipped"), "x"))),
        Case.upload(
            "tar: dots and a space are a name",
            Tar.gz(t -> {
              t.file("a/.. /x", "1");
              t.file("a/.../x", "2");
              t.file("a/.. ./x", "3");
            }),
            taken(file(".. /x", "1"), file(".../x", "2"), file(".. ./x", "3"))),
        Case.upload(
            "tar: a name as long as a file system takes",
            Tar.gz(t -> {
              t.gnuLong('L', "n".repeat(255));
              t.file("n", "x");
            }),
            taken(file("n".repeat(255), "x"))),
        Case.upload(
            "tar: one longer",
            Tar.gz(t -> {
              t.gnuLong('L', "n".repeat(256));
              t.file("n", "x");
            }),
            refused("name longer than 255 bytes")),
        Case.upload(
            "tar: a path of 4096",
            Tar.gz(t -> {
              t.pax("path", "d/".repeat(2048));
              t.file("n", "x");
            }),
            refused("path longer than 1024 bytes")),
        Case.upload(
            "zip: ten thousand folders deep",
            zipped("d/".repeat(10_000) + "x"),
            refused("path longer than 1024 bytes")),
        Case.upload("zip: 300 folders deep", zipped("d/".repeat(300) + "x"), refused("deeper")),
        Case.upload(
            "tar: not UTF-8",
            Tar.gz(t -> {
              t.file("caf\u00e9", "1");
              t.file(utf8("caf\u00e9"), "2");
            }),
            taken(file("caf\u00e9", "1"), file(utf8("caf\u00e9"), "2"))),
        Case.upload(
            "zip: two forms of one letter, and of one case",
            Zip.of(z -> {
              z.file(utf8("e\u0301"), "1");
              z.file(utf8("\u00e9"), "2");
              z.file("README", "3");
              z.file("readme", "4");
            }),
            taken(
                file(utf8("e\u0301"), "1"),
                file(utf8("\u00e9"), "2"),
                file("README", "3"),
                file("readme", "4"))),
        Case.upload(
            "tar: text turned around",
            one(utf8("a\u202egnp.sh")),
            taken(file(utf8("a\u202egnp.sh"), "x"))),
        Case.upload("tar: .GIT", one(".GIT/hooks/post-checkout"), refused("'.git' on some")),
        Case.upload("zip: .git and a dot", zipped("a/.git./config"), refused("'.git' on some")),
        Case.upload("zip: git~1", zipped("git~1/config"), refused("'.git' on some")),
        Case.upload(
            "tar: .git for a Macintosh", one(utf8(".g\u200cit/config")), refused("'.git' on some")),
        Case.upload(
            "zip: .git behind a backslash", zipped("a\\.git\\config"), refused("'.git' on some")),
        Case.upload(
            "tar: setuid",
            Tar.gz(t -> t.file("su", 06755, "#!/bin/sh\n")),
            taken(executable("su", "#!/bin/sh\n"))));
  }

  /// A tar.gz of one file.
  private static Maker one(String name) {
    return Tar.gz(t -> {
      if (name.length() > 100) {
        t.gnuLong('L', name);
      }
      t.file(name.substring(0, Math.min(100, name.length())), "x");
    });
  }

  private static Maker zipped(String name) {
    return Zip.of(z -> z.file(name, "x"));
  }
}
