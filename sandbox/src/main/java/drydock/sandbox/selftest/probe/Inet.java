package drydock.sandbox.selftest.probe;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Socket addresses as the kernel has them: ip(7), unix(7).
final class Inet {
  static final int AF_UNIX = 1;
  static final int AF_INET = 2;
  static final int STREAM = 1;
  static final int DATAGRAM = 2;
  static final int RAW = 3;

  private static final int ICMP = 1;

  private Inet() {}

  /// `sockaddr_in` without a port.
  static MemorySegment address(Arena arena, byte[] ip) {
    var address = arena.allocate(16, 8);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_INET);
    MemorySegment.copy(ip, 0, address, ValueLayout.JAVA_BYTE, 4, 4);
    return address;
  }

  /// `sockaddr_un` in the abstract namespace: a NUL, then the name, without an end.
  static MemorySegment abstractName(Arena arena, String name) {
    var bytes = name.getBytes(StandardCharsets.US_ASCII);
    var address = arena.allocate(3L + bytes.length, 8);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, 3, bytes.length);
    return address;
  }

  static long ping(int kind) {
    return Kernel.call(Call.SOCKET, AF_INET, kind, ICMP);
  }
}
