package drydock.cli;

import java.util.function.Supplier;

/// Ctrl-C stops the looking-on, not the task: this says so, and how to go on.
final class Interruption {
  private Interruption() {}

  static <T> T during(Shell shell, String id, Supplier<T> work) {
    var words =
        Thread.ofPlatform()
            .unstarted(() ->
                shell
                    .err()
                    .printf(
                        "%n%2$s goes on without you. Look again: %1$s logs -f %2$s"
                            + "   Stop it: %1$s cancel %2$s%n",
                        shell.launcher(), id));
    var runtime = Runtime.getRuntime();
    runtime.addShutdownHook(words);
    try {
      return work.get();
    } finally {
      withdraw(runtime, words);
    }
  }

  private static void withdraw(Runtime runtime, Thread hook) {
    try {
      runtime.removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM goes down already: the hook is what the person reads now.
    }
  }
}
