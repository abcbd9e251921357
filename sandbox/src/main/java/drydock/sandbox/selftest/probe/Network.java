package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Ways to another machine, or to this one's. Each row has addresses of its own.
final class Network {
  private static final int TIMEOUT = 1000;

  /// An echo request; RFC 792.
  private static final byte[] PING = {8, 0, (byte) 0xf7, (byte) 0xfe, 0, 1, 0, 0};

  /// A query for the address of `example.org`; RFC 1035.
  private static final byte[] QUERY =
      "\0\7\1\0\0\1\0\0\0\0\0\0\7example\3org\0\0\1\0\1".getBytes(StandardCharsets.ISO_8859_1);

  private Network() {}

  static Answer dns() throws IOException {
    var servers = new ArrayList<>(List.of("127.0.0.53", "1.0.0.1"));
    for (var line : Files.readAllLines(Path.of("/etc/resolv.conf"))) {
      if (line.startsWith("nameserver ")) {
        servers.add(line.substring(11).strip());
      }
    }
    for (var server : servers) {
      if (answers(server, 53, QUERY)) {
        return Answer.open(server + " answers queries");
      }
    }
    try {
      var found = Patience.within(() -> InetAddress.getAllByName("example.org"));
      return Answer.open("example.org is " + found[0].getHostAddress());
    } catch (UnknownHostException e) {
      return Answer.blocked("no name server can be reached, of " + servers.size());
    }
  }

  static Answer tcp() throws IOException {
    return remote("1.1.1.1", 443);
  }

  static Answer ipv6() throws IOException {
    return remote("2606:4700:4700::1111", 443);
  }

  static Answer udp() throws IOException {
    try (var channel = DatagramChannel.open()) {
      channel.connect(new InetSocketAddress("9.9.9.9", 123));
      channel.write(ByteBuffer.allocate(48));
      return Answer.open("a packet left for 9.9.9.9");
    } catch (IOException e) {
      return Answer.blocked("no way to 9.9.9.9: " + e.getMessage());
    }
  }

  /// By a raw socket and by the kind that needs no privilege: icmp(7).
  static Answer icmp() throws IOException {
    var raw = Inet.ping(Inet.RAW);
    var plain = Inet.ping(Inet.DATAGRAM);
    var socket = Math.max(raw, plain);
    if (socket < 0) {
      return Answer.blocked(
          "no socket for it: raw %s, plain %s".formatted(Kernel.name(raw), Kernel.name(plain)));
    }
    try (var arena = Arena.ofConfined()) {
      var packet = arena.allocate(PING.length);
      packet.copyFrom(java.lang.foreign.MemorySegment.ofArray(PING));
      var to = Inet.address(arena, new byte[] {8, 8, 8, 8});
      var sent = Kernel.call(Call.SENDTO, socket, packet, PING.length, 0, to, to.byteSize());
      return sent < 0
          ? Answer.blocked("no way to 8.8.8.8: " + Kernel.name(sent))
          : Answer.open("a ping left for 8.8.8.8");
    }
  }

  static Answer metadata() throws IOException {
    var direct = remote("169.254.169.254", 80);
    return direct.open() ? direct : byTheDoor(direct, List.of("169.254.169.254:80"));
  }

  /// Ports of the host's own, by its loopback and by the names others know it under.
  ///
  /// @param addresses `host:port`, where something listens
  static Answer local(List<String> addresses) throws IOException {
    for (var address : addresses) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(host(address), port(address)), TIMEOUT);
        return Answer.open(address + " answers");
      } catch (IOException _) {
        // As it should be.
      }
    }
    var direct = "none of %d addresses answers here".formatted(addresses.size());
    return byTheDoor(Answer.blocked(direct), addresses);
  }

  private static Answer byTheDoor(Answer direct, List<String> addresses) throws IOException {
    var said = direct.detail();
    for (var address : addresses) {
      var answer = Door.OWN.leadsTo(host(address), port(address));
      if (answer.isPresent() && answer.get().open()) {
        return answer.get();
      }
      said = direct.detail() + answer.map(a -> "; " + a.detail()).orElse("");
    }
    return Answer.blocked(said);
  }

  /// A machine that refuses has been reached.
  private static Answer remote(String host, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), TIMEOUT);
      return Answer.open(host + " answers");
    } catch (ConnectException e) {
      return String.valueOf(e.getMessage()).contains("refused")
          ? Answer.open(host + " answers: refused")
          : Answer.blocked("no way to " + host + ": " + e.getMessage());
    } catch (IOException e) {
      return Answer.blocked("no way to " + host + ": " + e.getMessage());
    }
  }

  private static boolean answers(String host, int port, byte[] request) throws IOException {
    try (var channel = DatagramChannel.open()) {
      channel.connect(new InetSocketAddress(host, port));
      channel.write(ByteBuffer.wrap(request));
      channel.socket().setSoTimeout(TIMEOUT);
      var packet = new java.net.DatagramPacket(new byte[512], 512);
      channel.socket().receive(packet);
      return true;
    } catch (PortUnreachableException | java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static String host(String address) {
    return address.substring(0, address.lastIndexOf(':'));
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
