package drydock.sandbox.selftest.probe;

import java.io.IOException;
import java.nio.file.Path;

/// Tries to get out of the sandbox it runs in; prints one line a try: its id, `blocked`, `open` or
/// `failed`, and what was seen.
public final class Probe {
  /// With this argument and a number of megabytes it takes that much memory instead.
  public static final String TAKE = "take";

  private Probe() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 2 && args[0].equals(TAKE)) {
      Surface.takeUnmapped(Long.parseLong(args[1]));
    } else {
      new Probe().tryAll(Parameters.read());
    }
    System.exit(0);
  }

  @FunctionalInterface
  private interface Try {
    Answer answer() throws IOException;
  }

  private void tryAll(Parameters told) {
    row("dns", Network::dns);
    row("tcp", Network::tcp);
    row("udp", Network::udp);
    row("icmp", Network::icmp);
    row("ipv6", Network::ipv6);
    row("metadata", Network::metadata);
    row("host-loopback", () -> Network.local(told.all("host.loopback")));
    row("control-plane", () -> Network.local(told.all("control")));
    for (var whose : new String[] {"host", "sandbox"}) {
      row(whose + "-files", () -> Objects.files(told.all(whose + ".file"), wall(told, "mnt")));
      row(
          whose + "-processes",
          () -> Objects.processes(told.one(whose + ".process"), wall(told, "pid")));
      row(
          whose + "-sockets",
          () -> Objects.abstractSocket(told.one(whose + ".abstract"), wall(told, "net")));
      row(
          whose + "-memory",
          () -> Objects.memory(Integer.parseInt(told.one(whose + ".memory")), wall(told, "ipc")));
    }
    row(
        "door",
        () -> Objects.door(Path.of(told.one("door")), told.all("token"), wall(told, "mnt")));
    row("system-files", Privileges::system);
    row("devices", Privileges::devices);
    row("kernel-settings", Privileges::kernelSettings);
    row("capabilities", Privileges::capabilities);
    row("setuid", Privileges::setuid);
    row("ptrace", Privileges::ptrace);
    row("namespaces", Surface::namespaces);
    row("mounts", Surface::mounts);
    row("keyrings", Surface::keyrings);
    row("io-uring", Surface::ioUring);
    row("userfaultfd", Surface::userfaultfd);
    row("bpf", Surface::bpf);
    row("perf", Surface::perf);
  }

  private static String wall(Parameters told, String kind) throws IOException {
    return Objects.wall(kind, told.all("namespace"));
  }

  private static void row(String id, Try each) {
    try {
      var answer = each.answer();
      Printed.line(id, answer.open() ? "open" : "blocked", answer.detail());
    } catch (IOException | RuntimeException | LinkageError e) {
      Printed.line(id, "failed", String.valueOf(e));
    }
  }
}
