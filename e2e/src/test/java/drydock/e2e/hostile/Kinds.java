package drydock.e2e.hostile;

import static drydock.e2e.hostile.Answer.file;
import static drydock.e2e.hostile.Answer.link;
import static drydock.e2e.hostile.Answer.refused;
import static drydock.e2e.hostile.Answer.taken;

import java.nio.file.Path;
import java.util.List;

/// Links, devices, and entries that stand where another stands.
final class Kinds {
  private Kinds() {}

  static List<Case> cases(Path canary) {
    return List.of(
        Case.upload(
            "tar: link to an absolute path",
            Tar.gz(t -> t.link("out", canary.toString())),
            refused("leads out of the archive")),
        Case.upload(
            "tar: link up and out",
            Tar.gz(t -> {
              t.file("a/b", "x");
              t.link("a/out", "../../..");
            }),
            refused("leads out of the archive")),
        Case.upload(
            "zip: link up and out",
            Zip.of(z -> z.link("out", "../../etc/passwd")),
            refused("leads out of the archive")),
        Case.upload(
            "tar: a link, then a file through it",
            Tar.gz(t -> {
              t.link("d", ".");
              t.file("d/slipped", "x");
            }),
            refused("lies below what is no folder")),
        Case.upload(
            "tar: out by a link that leads through a link",
            Tar.gz(t -> {
              t.file("a/b/c/x", "x");
              t.link("a/up", "b/c/../..");
              t.link("b", "a/up/../..");
            }),
            refused("leads out of the archive")),
        Case.upload(
            "tar: links in a circle",
            Tar.gz(t -> {
              t.link("a", "b");
              t.link("b", "a");
            }),
            taken(link("a", "b"), link("b", "a"))),
        Case.upload(
            "tar: a link that is a .gitmodules",
            Tar.gz(t -> {
              t.file("modules", "x");
              t.link(".gitmodules", "modules");
            }),
            refused("may not be a link")),
        Case.upload(
            "tar: hard link to a file outside",
            Tar.gz(t -> t.hardLink("passwd", "/etc/passwd")),
            refused("absolute path")),
        Case.upload(
            "tar: hard link to a link",
            Tar.gz(t -> {
              t.link("l", "x");
              t.hardLink("h", "l");
            }),
            refused("hard link to what is no file")),
        Case.upload("tar: character device", special('3'), refused("neither a file")),
        Case.upload("tar: block device", special('4'), refused("neither a file")),
        Case.upload("tar: FIFO", special('6'), refused("neither a file")),
        Case.upload("tar: a kind that is not known", special('Z'), refused("neither a file")),
        Case.upload("zip: socket", mode(0140666), refused("neither a file")),
        Case.upload("zip: device", mode(020666), refused("neither a file")),
        Case.upload(
            "tar: a name twice",
            Tar.gz(t -> {
              t.file("a", "1");
              t.file("./a", "2");
            }),
            refused("is in it twice")),
        Case.upload(
            "zip: a link and a file of one name",
            Zip.of(z -> {
              z.link("a", "b");
              z.file("a", canary.toString());
            }),
            refused("is in it twice")),
        Case.upload(
            "zip: a file that is a folder too",
            Zip.of(z -> {
              z.file("a", "x");
              z.file("a/b", "y");
            }),
            refused("lies below what is no folder")),
        Case.upload(
            "zip: two names for one entry",
            Zip.of(z -> z.add(new Zip.Entry("../slipped", "x").named("fine"))),
            taken(file("fine", "x"))),
        Case.upload(
            "zip: another name in a Unicode field",
            Zip.of(z -> z.add(new Zip.Entry("fine", "x").extra(0x7075, "\001....../slipped"))),
            taken(file("fine", "x"))));
  }

  private static Maker special(char type) {
    return Tar.gz(t -> {
      t.file("fine", "x");
      t.special(type, "special");
    });
  }

  private static Maker mode(int bits) {
    return Zip.of(z -> z.add(new Zip.Entry("special", "").mode(bits)));
  }
}
