package drydock.sandbox.oci.host;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A short command on the host, with an environment of its own. Not interruptible.
public final class HostCommand {
  private HostCommand() {}

  /// @param output both streams, as they came
  public record Result(int status, String output) {
    public boolean ok() {
      return status == 0;
    }

    public String lastLine() {
      return output.substring(output.lastIndexOf('\n') + 1);
    }
  }

  public static Result run(List<String> command) {
    var process = start(new ProcessBuilder(command).redirectErrorStream(true), Map.of());
    try {
      process.getOutputStream().close();
      var output = process.getInputStream().readAllBytes();
      var status = uninterruptibly(process);
      return new Result(status, new String(output, StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new SandboxException(Cause.START_FAILED, command.getFirst() + ": " + e.getMessage(), e);
    }
  }

  /// Waits for its end. What is done here is short, and matters most when the caller is being
  /// interrupted: cleaning up.
  public static int uninterruptibly(Process process) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static Process start(ProcessBuilder builder, Map<String, String> environment) {
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      var name = builder.command().getFirst();
      throw new SandboxException(
          Cause.UNAVAILABLE, name + " cannot be started: " + e.getMessage(), e);
    }
  }
}
