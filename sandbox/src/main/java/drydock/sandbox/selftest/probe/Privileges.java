package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What would make the sandbox's user more than it is: files, devices, settings of the kernel.
final class Privileges {
  /// null, zero, full, random, urandom; tty, console, ptmx; and terminals of its own (Linux,
  /// `devices.txt`).
  private static final Set<Long> HARMLESS =
      Set.of(
          rdev(1, 3),
          rdev(1, 5),
          rdev(1, 7),
          rdev(1, 8),
          rdev(1, 9),
          rdev(5, 0),
          rdev(5, 1),
          rdev(5, 2));

  private static final int TERMINALS = 136;
  private static final int BLOCK_DEVICE = 0x6000;
  private static final int HERE = -100;
  private static final List<String> ZERO =
      List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb");

  private Privileges() {}

  static Answer capabilities() throws IOException {
    for (var line : status()) {
      var name = line.split(":", 2)[0];
      if (ZERO.contains(name) && !line.matches(name + ":\\s+0+")) {
        return Answer.open(line.replace('\t', ' '));
      }
    }
    return Answer.blocked("all five sets are empty");
  }

  /// One of `no_new_privs` and `nosuid` is enough; here both are wanted.
  static Answer setuid() throws IOException {
    var unprotected =
        Mounts.all().stream()
            .filter(m -> m.options().contains("rw") && !m.options().contains("nosuid"))
            .map(Mounts.Mount::point)
            .filter(point -> Files.isDirectory(Path.of(point)))
            .toList();
    var locked = status().contains("NoNewPrivs:\t1");
    if (!locked && !unprotected.isEmpty()) {
      return Answer.open("setuid programs work on " + unprotected.getFirst());
    }
    return Answer.blocked(
        unprotected.isEmpty()
            ? (locked ? "no_new_privs, and " : "") + "nosuid wherever one can write"
            : "no_new_privs, though not nosuid on " + unprotected);
  }

  private static List<String> status() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status"));
  }

  static Answer devices() throws IOException {
    var said = "";
    for (var place : List.of("/tmp/device", "/app/code/device", "/dev/shm/device")) {
      var made = Kernel.call(Call.MKNODAT, HERE, place, BLOCK_DEVICE | 0600, rdev(8, 0));
      if (made == 0) {
        Files.delete(Path.of(place));
        return Answer.open("mknod made a block device");
      }
      said = "mknod " + Kernel.name(made);
    }
    var harmful = new ArrayList<String>();
    Files.walkFileTree(
        Path.of("/dev"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isOther() && isDevice(file) && !isHarmless(file)) {
              harmful.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return harmful.isEmpty()
        ? Answer.blocked(said + "; /dev has the harmless few")
        : Answer.open("there are " + String.join(", ", harmful));
  }

  private static boolean isDevice(Path file) throws IOException {
    var kind = (int) Files.getAttribute(file, "unix:mode") & 0xf000;
    return kind == BLOCK_DEVICE || kind == 0x2000;
  }

  private static boolean isHarmless(Path file) throws IOException {
    var number = (long) Files.getAttribute(file, "unix:rdev");
    return number >> 8 == TERMINALS || HARMLESS.contains(number);
  }

  private static long rdev(long major, long minor) {
    return major << 8 | minor;
  }

  /// Everything of the system's own that could be written to. Of the folders above the sandbox's
  /// own only they themselves.
  static Answer system() throws IOException {
    var search = new Writable();
    for (var place : List.of("/", "/etc", "/usr", "/usr/bin", "/app", "/run/drydock")) {
      search.lookAt(Path.of(place));
    }
    search.lookThrough(Path.of("/opt"));
    return search.answer();
  }

  /// The kernel's settings, of which nothing is written: asked is whether one could.
  static Answer kernelSettings() throws IOException {
    var search = new Writable();
    for (var place :
        List.of("/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs", "/sys")) {
      search.lookThrough(Path.of(place));
    }
    return search.answer();
  }

  /// The modes of such a file do not say it: who opens it is asked more.
  private static boolean canRead(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// `iovec` of readv(2).
  private static MemorySegment buffer(Arena arena, long address) {
    var buffer = arena.allocate(16, 8);
    buffer.set(ValueLayout.JAVA_LONG, 0, address);
    buffer.set(ValueLayout.JAVA_LONG, 8, 8);
    return buffer;
  }

  /// The first process is of the same user; what keeps others from it is that its program may not
  /// be read.
  static Answer ptrace() {
    try (var arena = Arena.ofConfined()) {
      var seize = 0x4206;
      var traced = Kernel.call(Call.PTRACE, seize, 1, 0, 0);
      if (traced == 0) {
        return Answer.open("ptrace has the first process");
      }
      if (canRead(Path.of("/proc/1/environ"))) {
        return Answer.open("/proc/1/environ can be read");
      }
      var here = buffer(arena, arena.allocate(8).address());
      // Nothing lies there: EFAULT would say that it was looked for.
      var read = Kernel.call(Call.PROCESS_VM_READV, 1, here, 1, buffer(arena, 0x1000), 1, 0);
      if (read != -Kernel.EPERM) {
        return Answer.open("process_vm_readv reads the first process: " + Kernel.name(read));
      }
      return Answer.blocked(
          "nothing of it can be read: ptrace %s, process_vm_readv %s"
              .formatted(Kernel.name(traced), Kernel.name(read)));
    }
  }
}
