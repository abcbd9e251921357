package drydock.engine.runner;

import drydock.domain.DiskFull;
import drydock.domain.RefusedException;
import drydock.domain.port.LeaseLostException;
import drydock.domain.task.Cause;
import drydock.domain.task.Outcome;
import drydock.door.DoorException;
import drydock.git.process.GitException;
import drydock.sandbox.SandboxException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where what went wrong becomes an attempt's outcome.
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static Outcome asOutcome(Run run, Supplier<Outcome> step) {
    try {
      return step.get();
    } catch (HaltException e) {
      return e.outcome();
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      // A stop explains every failure that it brought about.
      var stopped = run.signals().raised();
      if (stopped.isPresent()) {
        if (stopped.get() instanceof Stop.Lost) {
          throw new LeaseLostException(run.id());
        }
        return stopped.get().outcome(run.phase().get());
      }
      return explain(run, e);
    }
  }

  private static Outcome explain(Run run, RuntimeException failure) {
    return switch (failure) {
      case RuntimeException e when DiskFull.explains(e) ->
          new Outcome.Failed(
              Cause.DISK_LIMIT,
              "the server's disk is full: free some space, then retry",
              run.phase().get(),
              "");
      case GitException e -> failed(run, cause(e.reason()), e);
      case SandboxException e -> failed(run, cause(e.reason()), e);
      case DoorException e -> failed(run, Cause.SANDBOX_FAILED, e);
      case RefusedException e -> failed(run, refused(e.code()), e);
      default -> {
        LOG.error("attempt {} failed in {}", run.id(), run.phase().get(), failure);
        yield new Outcome.Failed(
            Cause.INTERNAL,
            "something in Drydock itself went wrong; the server's log has the details of "
                + run.id(),
            run.phase().get(),
            "");
      }
    };
  }

  private static Outcome failed(Run run, Cause cause, RuntimeException e) {
    return new Outcome.Failed(cause, String.valueOf(e.getMessage()), run.phase().get(), "");
  }

  private static Cause cause(GitException.Cause cause) {
    return switch (cause) {
      case REPOSITORY_UNAVAILABLE, HOST_UNREACHABLE -> Cause.REPOSITORY_UNAVAILABLE;
      case REF_UNKNOWN -> Cause.REF_UNKNOWN;
      case ARCHIVE_REJECTED -> Cause.ARCHIVE_REJECTED;
      case DISK_FULL -> Cause.DISK_LIMIT;
      case FAILED -> Cause.INTERNAL;
    };
  }

  private static Cause cause(SandboxException.Cause cause) {
    return switch (cause) {
      case UNAVAILABLE, START_FAILED -> Cause.SANDBOX_FAILED;
      case IMAGE_UNAVAILABLE -> Cause.IMAGE_UNAVAILABLE;
      case IMAGE_NEEDS_DOCKER -> Cause.IMAGE_NEEDS_DOCKER;
      case DISK_FULL -> Cause.DISK_LIMIT;
    };
  }

  private static Cause refused(RefusedException.Code code) {
    if (code == RefusedException.Code.REPOSITORY_INVALID) {
      return Cause.REPOSITORY_UNAVAILABLE;
    }
    return code == RefusedException.Code.ARCHIVE_REJECTED
        ? Cause.ARCHIVE_REJECTED
        : Cause.AGENT_FAILED;
  }
}
