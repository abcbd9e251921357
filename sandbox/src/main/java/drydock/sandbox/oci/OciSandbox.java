package drydock.sandbox.oci;

import drydock.sandbox.Sandbox;
import drydock.sandbox.oci.host.HostCommand;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// A sandbox whose runtime is a child process of ours.
final class OciSandbox implements Sandbox {
  private final Process runtime;
  private final Optional<ProcessHandle> init;
  private final CgroupFiles cgroup;
  private final Remains remains;
  private final AtomicReference<Exit.Reason> ended = new AtomicReference<>(Exit.Reason.EXITED);
  private final CompletableFuture<Exit> exit;
  private volatile boolean starved;
  private volatile Runnable onClose = () -> {};

  /// @param init pid 1 of the sandbox, if it still lives; with it every process of its namespace
  ///   ends (pid_namespaces(7))
  OciSandbox(Process runtime, Optional<ProcessHandle> init, CgroupFiles cgroup, Remains remains) {
    this.runtime = runtime;
    this.init = init;
    this.cgroup = cgroup;
    this.remains = remains;
    this.exit = CompletableFuture.supplyAsync(this::ending, Thread::startVirtualThread);
  }

  @Override
  public OutputStream stdin() {
    return runtime.getOutputStream();
  }

  @Override
  public InputStream stdout() {
    return runtime.getInputStream();
  }

  @Override
  public InputStream stderr() {
    return runtime.getErrorStream();
  }

  @Override
  public Exit waitFor() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<Exit> waitFor(Duration atMost) throws InterruptedException {
    try {
      return Optional.of(exit.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void kill() {
    end(Exit.Reason.KILLED);
  }

  /// Ends everything inside, for a reason that the exit will tell.
  void end(Exit.Reason reason) {
    if (runtime.isAlive()) {
      ended.compareAndSet(Exit.Reason.EXITED, reason);
      // Known by its start time too: never a later process of the same number.
      init.ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /// Ends one process inside for want of memory, as the kernel would.
  void outOfMemory(ProcessHandle process) {
    starved = true;
    process.destroyForcibly();
  }

  @Override
  public Stats stats() {
    return runtime.isAlive() ? cgroup.stats() : new Stats(-1, -1, -1);
  }

  @Override
  public void close() {
    kill();
    // A runtime that does not see its sandbox's end is ended itself.
    exit.copy().orTimeout(5, TimeUnit.SECONDS).exceptionally(_ -> abandoned()).join();
    remains.remove();
    onClose.run();
  }

  /// As [#waitFor()], but not interruptible.
  Exit exit() {
    return exit.join();
  }

  Optional<ProcessHandle> init() {
    return init;
  }

  boolean ended() {
    return exit.isDone();
  }

  OciSandbox onClose(Runnable closed) {
    onClose = closed;
    return this;
  }

  private Exit abandoned() {
    runtime.destroyForcibly();
    return exit.join();
  }

  private Exit ending() {
    var status = HostCommand.uninterruptibly(runtime);
    var reason = ended.get();
    if (reason == Exit.Reason.EXITED && status != 0 && (starved || cgroup.outOfMemory())) {
      reason = Exit.Reason.MEMORY_LIMIT;
    }
    return new Exit(status, reason);
  }
}
