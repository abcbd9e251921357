package drydock.sandbox.selftest;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.selftest.probe.Bait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What a sandbox must not reach of the host: a process of ours, and what it serves.
final class HostBait implements AutoCloseable {
  private final Process process;
  private final Secrets secrets;
  private final int port;
  private final ServerSocket control;
  private final Set<Integer> controlPlane;

  private HostBait(
      Process process, Secrets secrets, int port, ServerSocket control, Set<Integer> controlPlane) {
    this.process = process;
    this.secrets = secrets;
    this.port = port;
    this.control = control;
    this.controlPlane = controlPlane;
  }

  /// @param folder where its file lies
  /// @param controlPlane ports of the server's and its database's; this process listens on one more
  static HostBait lay(Programs programs, Path folder, Set<Integer> controlPlane) {
    var secrets = Secrets.fresh(folder.toString(), List.of(folder.toString()));
    try {
      var builder = new ProcessBuilder(programs.outside(Bait.class, secrets.word()));
      builder.redirectError(ProcessBuilder.Redirect.DISCARD).environment().clear();
      var process = builder.start();
      var to = process.getOutputStream();
      var told = secrets.toLay() + "tcp 127.0.0.1:0\n\n";
      to.write(told.getBytes(StandardCharsets.UTF_8));
      to.flush();
      var ready = process.inputReader().readLine();
      if (ready == null || !ready.startsWith("ready\t")) {
        process.destroyForcibly();
        throw new SandboxException(Cause.START_FAILED, "no bait can be laid on the host");
      }
      var control = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      return new HostBait(
          process, secrets, Integer.parseInt(ready.substring(6)), control, controlPlane);
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "no bait can be laid on the host: " + e, e);
    }
  }

  Secrets secrets() {
    return secrets;
  }

  /// Those of the host, as `/proc` says them.
  static List<String> namespaces() {
    return Stream.of("mnt", "pid", "net", "ipc")
        .map(kind -> Path.of("/proc/self/ns", kind))
        .map(HostBait::link)
        .toList();
  }

  private static String link(Path path) {
    try {
      return Files.readSymbolicLink(path).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// By every name that this port may have inside.
  List<String> loopback() {
    return List.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /// Each port by every address of this host.
  List<String> controlPlane() {
    var ports = new TreeSet<>(controlPlane);
    ports.add(control.getLocalPort());
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress())
          .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
          .flatMap(address -> ports.stream().map(port -> address + ":" + port))
          .toList();
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// It removes what it served.
  @Override
  public void close() {
    try {
      control.close();
      process.getOutputStream().close();
    } catch (IOException _) {
      // It has ended.
    }
    process
        .onExit()
        .orTimeout(5, TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
  }
}
