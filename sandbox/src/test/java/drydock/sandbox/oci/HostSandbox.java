package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// No sandbox at all: a command on the host.
final class HostSandbox implements Sandbox {
  private final Process process;
  private final List<String> command;

  HostSandbox(List<String> command) {
    this.command = command;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it left behind.
  void remove() {
    ProcessHandle.allProcesses()
        .filter(left -> left.info().arguments().filter(this::isOurs).isPresent())
        .forEach(ProcessHandle::destroyForcibly);
  }

  private boolean isOurs(String[] arguments) {
    return arguments.length == 1 && command.getLast().contains("sleep " + arguments[0] + " ");
  }

  @Override
  public OutputStream stdin() {
    return process.getOutputStream();
  }

  @Override
  public InputStream stdout() {
    return process.getInputStream();
  }

  @Override
  public InputStream stderr() {
    return process.getErrorStream();
  }

  @Override
  public Exit waitFor() throws InterruptedException {
    return new Exit(process.waitFor(), Exit.Reason.EXITED);
  }

  @Override
  public Optional<Exit> waitFor(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.of(waitFor())
        : Optional.empty();
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public Stats stats() {
    return new Stats(-1, -1, -1);
  }

  @Override
  public void close() {
    kill();
  }
}
