package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a sandbox must not reach: it runs on the host, and in another sandbox. Serves what it is
/// told to until its standard input ends, then removes it. Its one argument is the word by which it
/// is found among processes.
public final class Bait {
  /// Of ioctl(2): netdevice(7). The label makes it another address of `lo`.
  private static final int SIOCSIFADDR = 0x8916;

  private static final int SIOCGIFINDEX = 0x8933;
  private static final int IPC_CREAT = 01000;

  private final List<Path> files = new ArrayList<>();
  private final List<Long> memory = new ArrayList<>();

  private Bait() {}

  public static void main(String[] args) throws IOException {
    new Bait().serve(Parameters.read());
    System.exit(0);
  }

  private void serve(Parameters told) throws IOException {
    try {
      for (var address : told.all("address")) {
        addAddress(address);
      }
      for (var path : told.all("file")) {
        files.add(Files.writeString(Path.of(path), "secret"));
      }
      for (var name : told.all("abstract")) {
        listenAbstract(name);
      }
      for (var key : told.all("memory")) {
        memory.add(ok(Kernel.call(Call.SHMGET, Integer.parseInt(key), 4096, IPC_CREAT | 0666)));
      }
      for (var group : told.all("ping")) {
        Files.writeString(Path.of("/proc/sys/net/ipv4/ping_group_range"), group);
      }
      for (var address : told.all("udp")) {
        echo(address);
      }
      var port = 0;
      for (var address : told.all("tcp")) {
        port = listen(address);
      }
      Printed.line("ready", String.valueOf(port));
      Parameters.awaitEnd();
    } finally {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
      memory.forEach(id -> Kernel.call(Call.SHMCTL, id, 0, 0));
    }
  }

  private static long ok(long result) {
    if (result < 0) {
      throw new IllegalStateException("the bait cannot be laid: " + Kernel.name(result));
    }
    return result;
  }

  private static InetSocketAddress socket(String text) throws IOException {
    var colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        InetAddress.getByName(text.substring(0, colon)),
        Integer.parseInt(text.substring(colon + 1)));
  }

  /// Whoever connects has got out: nothing more is needed. Stays open as long as the process.
  private static int listen(String address) throws IOException {
    var server = ServerSocketChannel.open().bind(socket(address));
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  private static void echo(String address) throws IOException {
    var channel = DatagramChannel.open().bind(socket(address));
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          var packet = ByteBuffer.allocate(2048);
          try {
            while (true) {
              var from = channel.receive(packet.clear());
              channel.send(packet.flip(), from);
            }
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static void listenAbstract(String name) {
    try (var arena = Arena.ofConfined()) {
      var address = Inet.abstractName(arena, name);
      var socket = ok(Kernel.call(Call.SOCKET, Inet.AF_UNIX, Inet.STREAM, 0));
      ok(Kernel.call(Call.BIND, socket, address, address.byteSize()));
      ok(Kernel.call(Call.LISTEN, socket, 16));
    }
  }

  /// Gives `lo` one more address: a way out for just that one. `ifreq` of netdevice(7); `in6_ifreq`
  /// of the kernel's `linux/ipv6.h`.
  private static void addAddress(String text) throws IOException {
    var ip = InetAddress.getByName(text).getAddress();
    try (var arena = Arena.ofConfined()) {
      var request = arena.allocate(40, 8);
      if (ip.length == 4) {
        var socket = ok(Kernel.call(Call.SOCKET, Inet.AF_INET, Inet.DATAGRAM, 0));
        request.setString(0, "lo:1");
        request.asSlice(16).copyFrom(Inet.address(arena, ip));
        ok(Kernel.call(Call.IOCTL, socket, SIOCSIFADDR, request));
      } else {
        var socket = ok(Kernel.call(Call.SOCKET, 10, Inet.DATAGRAM, 0));
        request.setString(0, "lo");
        ok(Kernel.call(Call.IOCTL, socket, SIOCGIFINDEX, request));
        var index = request.get(ValueLayout.JAVA_INT, 16);
        request.asSlice(0, 16).copyFrom(java.lang.foreign.MemorySegment.ofArray(ip));
        request.set(ValueLayout.JAVA_INT, 16, 128);
        request.set(ValueLayout.JAVA_INT, 20, index);
        ok(Kernel.call(Call.IOCTL, socket, SIOCSIFADDR, request));
      }
    }
  }
}
