package drydock.domain.port;

import java.util.function.Supplier;

/// What belongs together: what is done through the ports of one store inside it is kept whole or
/// not at all, and nobody else sees a part of it. Thread safe.
public interface Transaction {
  /// Runs the work on this thread. Inside another transaction it becomes part of that one; what the
  /// work throws undoes it either way. There are only so many at once: do not begin one while you
  /// hold a lock that somebody may wait for in theirs.
  <T> T in(Supplier<T> work);

  /// Runs the step once what this thread is in has been kept: at once, if it is in none. What is
  /// undone has no afterwards.
  void afterwards(Runnable step);

  /// Runs the step once what this thread is in has ended, kept or undone: at once, if it is in
  /// none.
  void lastly(Runnable step);
}
