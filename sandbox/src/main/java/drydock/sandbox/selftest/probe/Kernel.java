package drydock.sandbox.selftest.probe;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Map;

/// syscall(2), without a native library of our own.
final class Kernel {
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final long ERRNO =
      STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle SYSCALL = handle();

  static final int EPERM = 1;
  static final int EACCES = 13;
  static final int EINVAL = 22;
  static final int ENOSYS = 38;

  private static final Map<Integer, String> ERRNOS =
      Map.ofEntries(
          Map.entry(EPERM, "EPERM"),
          Map.entry(2, "ENOENT"),
          Map.entry(7, "E2BIG"),
          Map.entry(9, "EBADF"),
          Map.entry(11, "EAGAIN"),
          Map.entry(EACCES, "EACCES"),
          Map.entry(14, "EFAULT"),
          Map.entry(17, "EEXIST"),
          Map.entry(EINVAL, "EINVAL"),
          Map.entry(30, "EROFS"),
          Map.entry(ENOSYS, "ENOSYS"),
          Map.entry(93, "EPROTONOSUPPORT"),
          Map.entry(97, "EAFNOSUPPORT"),
          Map.entry(101, "ENETUNREACH"),
          Map.entry(111, "ECONNREFUSED"),
          Map.entry(113, "EHOSTUNREACH"),
          Map.entry(126, "ENOKEY"));

  private Kernel() {}

  // Restricted is what this program is for.
  @SuppressWarnings("restricted")
  private static MethodHandle handle() {
    var linker = Linker.nativeLinker();
    var word = ValueLayout.JAVA_LONG;
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(word, word, word, word, word, word, word, word),
        Linker.Option.captureCallState("errno"),
        Linker.Option.firstVariadicArg(1));
  }

  /// @param arguments numbers, texts (NUL-terminated) and [MemorySegment]s; at most 6
  /// @return what the call returned, or its error number, negative
  static long call(Call call, Object... arguments) {
    try (var arena = Arena.ofConfined()) {
      var words = new long[6];
      for (var i = 0; i < arguments.length; i++) {
        words[i] = word(arguments[i], arena);
      }
      var state = arena.allocate(STATE);
      var number = (long) call.number;
      var result =
          (long)
              SYSCALL.invokeExact(
                  state, number, words[0], words[1], words[2], words[3], words[4], words[5]);
      return result == -1 ? -state.get(ValueLayout.JAVA_INT, ERRNO) : result;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static long word(Object argument, Arena arena) {
    return switch (argument) {
      case Integer number -> number;
      case Long number -> number;
      case String text -> arena.allocateFrom(text).address();
      case MemorySegment memory -> memory.address();
      default -> throw new IllegalArgumentException("not an argument: " + argument);
    };
  }

  /// @param result as [#call] returns it
  static String name(long result) {
    return result >= 0
        ? "done"
        : ERRNOS.getOrDefault((int) -result, "errno " + -result).toUpperCase(Locale.ROOT);
  }
}
