package drydock.git.files;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/// A regular file that is open for reading. For one thread.
public final class OpenFile extends InputStream {
  private final int descriptor;
  private final Entry entry;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment buffer = arena.allocate(64 * 1024);

  private OpenFile(int descriptor, Entry entry) {
    this.descriptor = descriptor;
    this.entry = entry;
  }

  /// Takes the descriptor over.
  static OpenFile of(int descriptor, RawPath name) {
    try (var arena = Arena.ofConfined()) {
      var opened = Folder.stat(descriptor, RawPath.ROOT, arena.allocate(LibC.STATX_BYTES, 8));
      if (opened.kind() != Entry.Kind.FILE) {
        throw ErrnoException.notAFile(name);
      }
      return new OpenFile(
          descriptor, new Entry(name, opened.kind(), opened.mode(), opened.bytes()));
    } catch (RuntimeException e) {
      LibC.close(descriptor);
      throw e;
    }
  }

  /// As it was when opened.
  public Entry entry() {
    return entry;
  }

  public Optional<String> attribute(String name) {
    return Folder.attribute(descriptor, name);
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    var want = Math.min(length, buffer.byteSize());
    var got = LibC.read(descriptor, buffer.asSlice(0, want));
    MemorySegment.copy(buffer, JAVA_BYTE, 0, into, offset, got);
    return got == 0 ? -1 : got;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
      LibC.close(descriptor);
    }
  }
}
