package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashSet;
import java.util.List;

/// Parts of the kernel that no build needs and many escapes went through. A call that fails for
/// another reason than that it is forbidden has reached them; all are made so that they fail.
final class Surface {
  private static final int USER_NAMESPACE = 0x10000000;
  private static final int MOUNT_NAMESPACE = 0x20000;
  private static final int SESSION_KEYRING = -3;
  private static final int USER_MODE_ONLY = 1;

  private Surface() {}

  static Answer keyrings() {
    return refused(
        attempt(Call.KEYCTL, 0, SESSION_KEYRING, 1),
        attempt(Call.ADD_KEY, "user", "drydock", "x", 1, SESSION_KEYRING),
        attempt(Call.REQUEST_KEY, "user", "drydock-none", 0, 0));
  }

  static Answer ioUring() {
    try (var arena = Arena.ofConfined()) {
      return refused(attempt(Call.IO_URING_SETUP, 1, arena.allocate(120)));
    }
  }

  static Answer userfaultfd() {
    return refused(attempt(Call.USERFAULTFD, USER_MODE_ONLY));
  }

  /// Looks an element up in no map.
  static Answer bpf() {
    try (var arena = Arena.ofConfined()) {
      var attributes = arena.allocate(128);
      attributes.set(ValueLayout.JAVA_INT, 0, -1);
      return refused(attempt(Call.BPF, 1, attributes, 32));
    }
  }

  static Answer perf() {
    try (var arena = Arena.ofConfined()) {
      return refused(attempt(Call.PERF_EVENT_OPEN, arena.allocate(128), 0, -1, -1, 0));
    }
  }

  /// A process of many threads may not leave its user namespace (EINVAL), one that is alone may.
  static Answer namespaces() {
    return refused(
        attempt(Call.UNSHARE, USER_NAMESPACE),
        attempt(Call.UNSHARE, MOUNT_NAMESPACE),
        attempt(Call.SETNS, -1, 0));
  }

  static Answer mounts() {
    return refused(
        attempt(Call.MOUNT, "none", "/no/such", "tmpfs", 0, 0),
        attempt(Call.UMOUNT2, "/no/such", 0),
        attempt(Call.PIVOT_ROOT, "/no/such", "/no/such"),
        attempt(Call.OPEN_TREE, -1, "/no/such", 0),
        attempt(Call.MOVE_MOUNT, -1, "", -1, "", 0),
        attempt(Call.FSOPEN, "tmpfs", 0));
  }

  private record Try(Call call, long result) {}

  private static Try attempt(Call call, Object... arguments) {
    return new Try(call, Kernel.call(call, arguments));
  }

  private static Answer refused(Try... tries) {
    var said = new LinkedHashSet<String>();
    for (var each : tries) {
      if (!List.of(-Kernel.EPERM, -Kernel.ENOSYS).contains((int) each.result())) {
        return Answer.open(name(each) + " reaches the kernel: " + Kernel.name(each.result()));
      }
      said.add(name(each) + " " + Kernel.name(each.result()));
    }
    return Answer.blocked(String.join(", ", said));
  }

  private static String name(Try each) {
    return each.call().name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Takes memory that no process has mapped, as a file without a name, and says how far it came.
  static void takeUnmapped(long megabytes) throws IOException {
    var file = Kernel.call(Call.MEMFD_CREATE, "x", 0);
    var path = java.nio.file.Path.of("/proc/self/fd/" + file);
    try (var channel =
        java.nio.channels.FileChannel.open(path, java.nio.file.StandardOpenOption.WRITE)) {
      for (var n = 0; n < megabytes; n++) {
        channel.write(java.nio.ByteBuffer.allocate(1 << 20));
      }
      Printed.line("all");
    }
  }
}
