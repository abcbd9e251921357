package drydock.git.files;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// An open folder. Whatever is done through it happens in that very folder, even when somebody
/// renames it or puts a link in its place meanwhile. For one thread.
public final class Folder implements AutoCloseable {
  private static final int DIRENT_NAME = 19; // struct linux_dirent64, getdents64(2)
  private static final int OWNERS = 0b111_000_000;

  /// Entries that are removed at a time: a folder of millions is never listed whole.
  private static final int SOME = 10_000;

  private final int descriptor;

  private Folder(int descriptor) {
    this.descriptor = descriptor;
  }

  /// @param path trusted up to its last name, which must not be a link
  /// @throws ErrnoException if it is not there or not a folder
  public static Folder open(Path path) {
    var name = RawPath.of(path.toAbsolutePath().toString());
    return new Folder(LibC.openat(LibC.AT_FDCWD, name, LibC.READ_FOLDER));
  }

  /// @throws ErrnoException [ErrnoException#isGone] if it is no folder any more
  public Folder folder(RawPath name) {
    return new Folder(LibC.openat(descriptor, name, LibC.READ_FOLDER));
  }

  /// In the order of their names. What vanishes while it is listed is left out.
  public List<Entry> entries() {
    return entries(Integer.MAX_VALUE);
  }

  /// As [#entries()], but no more than so many: which, nobody can say.
  public List<Entry> entries(int most) {
    try (var arena = Arena.ofConfined();
        var again = folder(RawPath.of("."))) {
      var stat = arena.allocate(LibC.STATX_BYTES, 8);
      return names(again.descriptor, arena.allocate(32 * 1024, 8), most).stream()
          .sorted()
          .flatMap(name -> stat(name, stat).stream())
          .toList();
    }
  }

  public Optional<Entry> entry(RawPath name) {
    try (var arena = Arena.ofConfined()) {
      return stat(name, arena.allocate(LibC.STATX_BYTES, 8));
    }
  }

  /// @throws ErrnoException [ErrnoException#isGone] if it is no regular file any more
  public OpenFile file(RawPath name) {
    return OpenFile.of(LibC.openat(descriptor, name, LibC.READ_FILE), name);
  }

  /// What a symbolic link says, as it is.
  public byte[] link(RawPath name) {
    return LibC.readlinkat(descriptor, name);
  }

  /// The value of one of the folder's own extended attributes.
  public Optional<String> attribute(String name) {
    return attribute(descriptor, name);
  }

  static Optional<String> attribute(int descriptor, String name) {
    try {
      return Optional.of(RawPath.of(LibC.fgetxattr(descriptor, name)).latin1());
    } catch (ErrnoException e) {
      if (e.isNoAttribute()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  public void removeAttribute(String name) {
    LibC.fremovexattr(descriptor, name);
  }

  /// Removes a file or a whole tree of any names, without following a link. Idempotent.
  public static void delete(Path path) {
    var name = Objects.requireNonNull(path.getFileName(), "a root is not deleted");
    try (var parent = open(Objects.requireNonNull(path.toAbsolutePath().getParent()))) {
      parent.entry(RawPath.of(name.toString())).ifPresent(parent::remove);
    } catch (ErrnoException e) {
      if (!e.isGone()) {
        throw e;
      }
    }
  }

  /// Removes the entry and everything in it, whatever its modes say and however deep it is.
  public void remove(Entry entry) {
    if (entry.kind() != Entry.Kind.FOLDER) {
      LibC.unlinkat(descriptor, entry.name(), 0);
      return;
    }
    try (var folder = folder(entry.name())) {
      LibC.fchmod(folder.descriptor, OWNERS);
      for (var some = folder.entries(SOME); !some.isEmpty(); some = folder.entries(SOME)) {
        some.forEach(folder::removeOneLevel);
      }
    }
    LibC.unlinkat(descriptor, entry.name(), LibC.AT_REMOVEDIR);
  }

  /// Of a folder the folders in it are moved up here first, to be removed next: one that is nested
  /// a hundred thousand times takes neither as many descriptors nor as deep a stack.
  private void removeOneLevel(Entry entry) {
    if (entry.kind() != Entry.Kind.FOLDER) {
      LibC.unlinkat(descriptor, entry.name(), 0);
      return;
    }
    try (var folder = folder(entry.name())) {
      LibC.fchmod(folder.descriptor, OWNERS);
      for (var some = folder.entries(SOME); !some.isEmpty(); some = folder.entries(SOME)) {
        for (var inner : some) {
          if (inner.kind() == Entry.Kind.FOLDER) {
            try (var open = folder.folder(inner.name())) {
              LibC.fchmod(open.descriptor, OWNERS); // rename(2): its ".." changes
            }
            var unique = RawPath.of(UUID.randomUUID().toString());
            LibC.renameat(folder.descriptor, inner.name(), descriptor, unique);
          } else {
            LibC.unlinkat(folder.descriptor, inner.name(), 0);
          }
        }
      }
    }
    LibC.unlinkat(descriptor, entry.name(), LibC.AT_REMOVEDIR);
  }

  @Override
  public void close() {
    LibC.close(descriptor);
  }

  static Entry stat(int folder, RawPath name, MemorySegment into) {
    LibC.statx(folder, name, into);
    var mode = Short.toUnsignedInt(into.get(JAVA_SHORT, 28));
    var device = into.get(JAVA_INT, 128) | (long) into.get(JAVA_INT, 132);
    return Entry.of(name, mode, into.get(JAVA_LONG, 40), device);
  }

  private Optional<Entry> stat(RawPath name, MemorySegment into) {
    try {
      return Optional.of(stat(descriptor, name, into));
    } catch (ErrnoException e) {
      if (e.isGone()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<RawPath> names(int descriptor, MemorySegment buffer, int most) {
    var names = new ArrayList<RawPath>();
    for (var got = LibC.getdents(descriptor, buffer); got > 0; ) {
      for (var at = 0; at < got && names.size() < most; ) {
        var length = Short.toUnsignedInt(buffer.get(LENGTH, at + 16));
        var name = cString(buffer, at + DIRENT_NAME);
        if (!name.equals(".") && !name.equals("..")) {
          names.add(new RawPath(name));
        }
        at += length;
      }
      got = names.size() < most ? LibC.getdents(descriptor, buffer) : 0;
    }
    return names;
  }

  private static final java.lang.foreign.ValueLayout.OfShort LENGTH =
      JAVA_SHORT.withOrder(ByteOrder.nativeOrder());

  private static String cString(MemorySegment buffer, long at) {
    var name = new StringBuilder();
    for (var i = at; ; i++) {
      var b = buffer.get(JAVA_BYTE, i);
      if (b == 0) {
        return name.toString();
      }
      name.append((char) Byte.toUnsignedInt(b));
    }
  }
}
