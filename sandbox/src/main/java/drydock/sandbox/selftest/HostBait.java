package drydock.sandbox.selftest;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import drydock.sandbox.selftest.probe.Bait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What a sandbox must not reach of the host: a process of ours, and what it serves.
final class HostBait implements AutoCloseable {
  private final Process process;
  private final Secrets secrets;
  private final int port;

  private HostBait(Process process, Secrets secrets, int port) {
    this.process = process;
    this.secrets = secrets;
    this.port = port;
  }

  /// @param folder where its file lies
  static HostBait lay(Programs programs, Path folder) {
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
      return new HostBait(process, secrets, Integer.parseInt(ready.substring(6)));
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, "no bait can be laid on the host: " + e, e);
    }
  }

  Secrets secrets() {
    return secrets;
  }

  /// By every name that this port may have inside.
  List<String> loopback() {
    return List.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /// It removes what it served.
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException _) {
      // It has ended.
    }
    process
        .onExit()
        .orTimeout(5, java.util.concurrent.TimeUnit.SECONDS)
        .exceptionally(_ -> process.destroyForcibly())
        .join();
  }
}
