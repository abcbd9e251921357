package drydock.e2e.hostile;

import static drydock.e2e.hostile.Answer.file;
import static drydock.e2e.hostile.Answer.refused;
import static drydock.e2e.hostile.Answer.taken;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Too much of anything, and headers that lie about how much.
final class Sizes {
  private static final long GIGABYTE = 1L << 30;

  private Sizes() {}

  static List<Case> cases() {
    return List.of(
        Case.upload(
            "tar: a million files",
            Tar.gz(t -> {
              for (var i = 0; i < 1_000_000; i++) {
                t.file("f" + i, "");
              }
            }),
            refused("more than \\d+ entries")),
        Case.upload(
            "tar: names of hundreds of megabytes",
            Tar.gz(t -> {
              for (var i = 0; i < 150_000; i++) {
                t.gnuLong('L', ("d".repeat(200) + "/").repeat(5) + i);
                t.file("f", "");
              }
            }),
            refused("names")),
        Case.upload(
            "zip: a million names for one file",
            Zip.of(z -> {
              var at = z.local(new Zip.Entry("f", ""));
              for (var i = 0; i < 1_000_000; i++) {
                z.list(new Zip.Entry("f" + i, ""), at);
              }
            }),
            refused("more than \\d+ entries")),
        Case.upload(
            "tar: zeros packed a thousandfold",
            Tar.gz(t -> {
              t.claim('0', "zeros", 160 << 20);
              t.zeros(160 << 20);
            }),
            refused("times its own size")),
        Case.upload(
            "zip: zeros packed a thousandfold",
            Zip.of(z -> z.add(new Zip.Entry("zeros", "\0".repeat(70 << 20)).deflated())),
            refused("times its own size")),
        Case.upload(
            "zip: many entries over the same packed bytes",
            Zip.of(z -> {
              var at = z.local(new Zip.Entry("z", "\0".repeat(8 << 20)).deflated());
              for (var i = 0; i < 600; i++) {
                z.list(new Zip.Entry("z" + i, "\0".repeat(8 << 20)).deflated(), at);
              }
            }),
            refused("times its own size|larger than")),
        Case.upload(
            "zip: archives in archives stay as they are",
            Zip.of(z -> z.file("inner.zip", "PK\3\4" + "x".repeat(30))),
            taken(file("inner.zip", "PK\3\4" + "x".repeat(30)))),
        Case.upload(
            "zip: less is said than there is",
            Zip.of(z -> z.add(new Zip.Entry("a", "x".repeat(100_000)).deflated().claims(10))),
            refused("not as long as the archive says|damaged")),
        Case.upload(
            "zip: more is said than there is",
            Zip.of(z -> z.add(new Zip.Entry("a", "x").deflated().claims(1000))),
            refused("not as long as the archive says|damaged")),
        Case.upload(
            "zip: the local header lies",
            Zip.of(z -> z.add(new Zip.Entry("a", "x").claimsLocally(1 << 30))),
            taken(file("a", "x"))),
        Case.upload(
            "zip: zip64 sizes of exabytes",
            Zip.of(z ->
                z.add(
                    new Zip.Entry("a", "x")
                        .claims(0xffffffffL)
                        .extra(1, "\377\377\377\377\377\377\377\177"))),
            refused("larger than|damaged")),
        Case.upload(
            "tar: eight exabytes in one file",
            Tar.gz(t -> t.claim('0', "huge", Long.MAX_VALUE)),
            refused("larger than")),
        Case.upload(
            "tar: eight exabytes in a folder",
            Tar.gz(t -> {
              t.claim('5', "folder", Long.MAX_VALUE);
              t.file("a", "x");
            }),
            taken(file("a", "x"))),
        Case.upload(
            "tar: a negative size", Tar.gz(t -> t.claim('0', "a", -512)), refused("damaged")),
        Case.upload(
            "tar: pax says exabytes",
            Tar.gz(t -> {
              t.pax("size", "9000000000000000000");
              t.file("a", "x");
            }),
            refused("larger than")),
        Case.upload(
            "tar: a sparse file of terabytes",
            Tar.gz(t -> {
              t.pax("GNU.sparse.major", "1");
              t.pax("GNU.sparse.minor", "0");
              t.pax("GNU.sparse.realsize", String.valueOf(GIGABYTE * 4096));
              t.claim('0', "sparse", 512);
              t.content("0\n".getBytes(ISO_8859_1));
            }),
            refused("larger than|damaged")),
        Case.upload(
            "tar: a pax header of a gigabyte",
            Tar.gz(t -> {
              t.claim('x', "pax", GIGABYTE);
              t.zeros(4 << 20);
            }),
            refused("header is too long|damaged")),
        Case.upload(
            "tar: a long name of a gigabyte",
            Tar.gz(t -> {
              t.claim('L', "././@LongLink", GIGABYTE);
              t.content("n".repeat(4 << 20).getBytes(ISO_8859_1));
            }),
            refused("header is too long")),
        Case.upload(
            "tar: headers packed a thousandfold",
            Tar.gz(t -> {
              for (var i = 0; i < 400; i++) {
                t.pax("comment", "c".repeat(1_000_000));
                t.file("f" + i, "");
              }
            }),
            refused("times its own size")),
        Case.upload(
            "tar: links that take a year to follow",
            Tar.gz(t -> {
              for (var i = 0; i < 6_000; i++) {
                t.gnuLong('K', "a/../".repeat(800) + "l" + (i + 1));
                t.link("l" + i, "");
              }
            }),
            refused("links lead through")),
        Case.upload(
            "tar: cut off",
            to -> to.write(cut(Tar.gz(t -> t.file("a", "x".repeat(9999))), 60)),
            refused("damaged or cut off")),
        Case.upload(
            "zip: cut off",
            to -> to.write(cut(Zip.of(z -> z.file("a", "x")), 30)),
            refused("damaged or cut off")),
        Case.upload(
            "tar: something follows its end",
            to -> {
              to.write(cut(Tar.gz(t -> t.file("a", "x")), 0));
              to.write(cut(Zip.of(z -> z.file("../slipped", "x")), 0));
            },
            taken(file("a", "x"))),
        Case.upload(
            "zip: something stands before it",
            to -> {
              to.write("#!/bin/sh\n".getBytes(ISO_8859_1));
              to.write(cut(Zip.of(z -> z.file("a", "x")), 0));
            },
            refused("neither a zip nor a tar.gz nor a tar")),
        Case.upload(
            "zip: a second end in its comment",
            Zip.of(z -> z.file("a", "x"), "PK\5\6" + "\0".repeat(18)),
            taken()),
        Case.upload(
            "zip: a password",
            Zip.of(z -> z.add(new Zip.Entry("a", "x").flags(1))),
            refused("encrypted: send it without a password")),
        Case.upload(
            "zip: a packing that nobody knows",
            Zip.of(z -> z.add(new Zip.Entry("a", "x").method(99))),
            refused("a method that is not supported")),
        Case.upload("zip: empty", Zip.of(_ -> {}), taken()),
        Case.upload("tar: empty", Tar.gz(_ -> {}), taken()),
        Case.upload("gzip of nothing", to -> new GZIPOutputStream(to).close(), taken()),
        Case.upload("7z", magic("7z\274\257\047\034"), refused("neither a zip nor a tar.gz")),
        Case.upload("xz", magic("\3757zXZ\0"), refused("neither a zip nor a tar.gz")),
        Case.upload("one byte", magic("P"), refused("neither a zip nor a tar.gz")));
  }

  private static Maker magic(String bytes) {
    return to -> to.write(bytes.getBytes(ISO_8859_1));
  }

  /// Without its last bytes.
  private static byte[] cut(Maker whole, int last) {
    var bytes = new ByteArrayOutputStream();
    try {
      whole.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(bytes.toByteArray(), bytes.size() - last);
  }
}
