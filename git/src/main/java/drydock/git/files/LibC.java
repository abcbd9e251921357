package drydock.git.files;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/// The system calls of the C library (glibc 2.30 and up, 64-bit Linux), each with its man page's
/// signature; a negative result becomes an [ErrnoException].
final class LibC {
  // <bits/fcntl.h>: the same on every 64-bit Linux but for the two that ARM numbers otherwise.
  private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");
  private static final int O_DIRECTORY = ARM ? 0x4000 : 0x10000;
  private static final int O_NOFOLLOW = ARM ? 0x8000 : 0x20000;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;

  /// Opening a FIFO does not wait, opening a terminal does not adopt it, a link is an error.
  static final int READ_FILE = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

  static final int READ_FOLDER = READ_FILE | O_DIRECTORY;
  static final int AT_FDCWD = -100;
  static final int AT_REMOVEDIR = 0x200;
  private static final int AT_SYMLINK_NOFOLLOW = 0x100;
  private static final int AT_EMPTY_PATH = 0x1000;
  private static final int STATX_BASIC_STATS = 0x7ff;
  static final long STATX_BYTES = 256;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPENAT = intCall("openat", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = intCall("close", JAVA_INT);
  private static final MethodHandle READ = longCall("read", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle GETDENTS = longCall("getdents64", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle STATX =
      intCall("statx", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle READLINKAT =
      longCall("readlinkat", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
  private static final MethodHandle FGETXATTR =
      longCall("fgetxattr", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
  private static final MethodHandle FREMOVEXATTR = intCall("fremovexattr", JAVA_INT, ADDRESS);
  private static final MethodHandle UNLINKAT = intCall("unlinkat", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle RENAMEAT =
      intCall("renameat", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  private static final MethodHandle FCHMOD = intCall("fchmod", JAVA_INT, JAVA_INT);

  private LibC() {}

  static int openat(int folder, RawPath name, int flags) {
    return (int)
        run(
            "openat",
            name,
            (arena, state) -> (int) OPENAT.invokeExact(state, folder, z(arena, name), flags));
  }

  static void close(int descriptor) {
    run("close", RawPath.ROOT, (_, state) -> (int) CLOSE.invokeExact(state, descriptor));
  }

  /// @return the bytes read, 0 at the end
  static int read(int descriptor, MemorySegment into) {
    return (int)
        run(
            "read",
            RawPath.ROOT,
            (_, state) -> (long) READ.invokeExact(state, descriptor, into, into.byteSize()));
  }

  /// @return the bytes of `struct linux_dirent64` read, 0 at the end
  static int getdents(int descriptor, MemorySegment into) {
    return (int)
        run(
            "getdents64",
            RawPath.ROOT,
            (_, state) -> (long) GETDENTS.invokeExact(state, descriptor, into, into.byteSize()));
  }

  /// Of the entry itself, never of what a link names; an empty name means the descriptor.
  static void statx(int folder, RawPath name, MemorySegment into) {
    var flags = AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH;
    run(
        "statx",
        name,
        (arena, state) ->
            (int) STATX.invokeExact(state, folder, z(arena, name), flags, STATX_BASIC_STATS, into));
  }

  static byte[] readlinkat(int folder, RawPath name) {
    try (var owner = Arena.ofConfined()) {
      var into = owner.allocate(4096); // PATH_MAX: symlink(2) makes no longer one
      var got =
          run(
              "readlinkat",
              name,
              (arena, state) ->
                  (long)
                      READLINKAT.invokeExact(state, folder, z(arena, name), into, into.byteSize()));
      return into.asSlice(0, got).toArray(JAVA_BYTE);
    }
  }

  /// @throws ErrnoException ENODATA if there is none of that name
  static byte[] fgetxattr(int descriptor, String attribute) {
    try (var owner = Arena.ofConfined()) {
      var into = owner.allocate(256);
      var name = owner.allocateFrom(attribute);
      var got =
          run(
              "fgetxattr",
              RawPath.ROOT,
              (_, state) ->
                  (long) FGETXATTR.invokeExact(state, descriptor, name, into, into.byteSize()));
      return into.asSlice(0, got).toArray(JAVA_BYTE);
    }
  }

  static void fremovexattr(int descriptor, String attribute) {
    run(
        "fremovexattr",
        RawPath.ROOT,
        (arena, state) ->
            (int) FREMOVEXATTR.invokeExact(state, descriptor, arena.allocateFrom(attribute)));
  }

  static void unlinkat(int folder, RawPath name, int flags) {
    run(
        "unlinkat",
        name,
        (arena, state) -> (int) UNLINKAT.invokeExact(state, folder, z(arena, name), flags));
  }

  static void renameat(int from, RawPath name, int to, RawPath as) {
    run(
        "renameat",
        name,
        (arena, state) ->
            (int) RENAMEAT.invokeExact(state, from, z(arena, name), to, z(arena, as)));
  }

  static void fchmod(int descriptor, int mode) {
    run("fchmod", RawPath.ROOT, (_, state) -> (int) FCHMOD.invokeExact(state, descriptor, mode));
  }

  private interface Call {
    long on(Arena arena, MemorySegment state) throws Throwable;
  }

  private static long run(String name, RawPath path, Call call) {
    try (var arena = Arena.ofConfined()) {
      var state = arena.allocate(STATE);
      var result = call.on(arena, state);
      if (result < 0) {
        throw new ErrnoException(name, path, (int) ERRNO.get(state, 0L));
      }
      return result;
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " cannot be called", e);
    }
  }

  private static MemorySegment z(Arena arena, RawPath name) {
    return arena.allocateFrom(name.latin1(), StandardCharsets.ISO_8859_1);
  }

  private static MethodHandle intCall(String name, MemoryLayout... parameters) {
    return call(name, FunctionDescriptor.of(JAVA_INT, parameters));
  }

  private static MethodHandle longCall(String name, MemoryLayout... parameters) {
    return call(name, FunctionDescriptor.of(JAVA_LONG, parameters));
  }

  // Calling C is what this class is for; programs allow it with --enable-native-access.
  @SuppressWarnings("restricted")
  private static MethodHandle call(String name, FunctionDescriptor form) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), form, Linker.Option.captureCallState("errno"));
  }
}
