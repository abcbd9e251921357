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
                        "%n%s goes on without you. Look again: ./drydock logs -f %s"
                            + "   Stop it: ./drydock cancel %s%n",
                        id, id, id));
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
