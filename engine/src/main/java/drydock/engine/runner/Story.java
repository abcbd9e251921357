package drydock.engine.runner;

import drydock.domain.Actor;
import drydock.domain.event.EventBody;
import drydock.domain.port.Journal;
import drydock.domain.port.Lease;
import drydock.domain.port.LeaseLostException;
import drydock.domain.secret.Secrets;
import drydock.engine.masking.MaskedPieces;
import drydock.engine.runner.output.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one attempt's events: committed in groups, in order. They are gathered for 20 ms,
/// streamed text for 100 ms, because each commit costs a disk flush and takes processor time from
/// the agent. Whoever tells faster than that can be committed waits: a sandbox must not fill the
/// server's memory. Thread safe.
final class Story implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Story.class);
  private static final long GATHER_TEXT = Duration.ofMillis(100).toNanos();
  private static final long GATHER = Duration.ofMillis(20).toNanos();
  private static final int MAX_BATCH = 500;
  private static final int MAX_WAITING = 256;

  private final Journal journal;
  private final Runnable onLost;
  private final MaskedPieces pieces;
  private final AtomicReference<Lease> lease;
  private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private volatile boolean over;
  private volatile @Nullable RuntimeException broken;

  /// An entry without a body asks for nothing but to be reached: a flush, or the end.
  private record Entry(
      Actor actor, @Nullable EventBody body, boolean awaited, CountDownLatch written) {
    Entry(Actor actor, @Nullable EventBody body, boolean awaited) {
      this(actor, body, awaited, new CountDownLatch(1));
    }

    /// In nanoseconds.
    long mayWait() {
      var isText =
          body instanceof EventBody.AgentSaid
              || body instanceof EventBody.AgentThought
              || body instanceof EventBody.OutputWritten;
      return isText ? GATHER_TEXT : GATHER;
    }
  }

  Story(Journal journal, Lease lease, Secrets secrets, Runnable onLost) {
    this.journal = journal;
    this.lease = new AtomicReference<>(lease);
    this.pieces = new MaskedPieces(secrets);
    this.onLost = onLost;
    Thread.ofVirtual().name("story-" + lease.attempt()).start(this::write);
  }

  /// Adds a fact; returns before it is committed. What is told after the end is told to nobody.
  void tell(Actor actor, EventBody body) {
    add(new Entry(actor, body, false));
  }

  /// An interrupt does not keep a fact from being told: the stop is obeyed after it.
  private void add(Entry entry) {
    var interrupted = false;
    for (var added = false; !added && !over; ) {
      try {
        added = waiting.offer(entry, 1, TimeUnit.SECONDS);
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void tell(EventBody body) {
    tell(Actor.SYSTEM, body);
  }

  /// Adds a fact and waits until it, and all before it, are committed.
  ///
  /// @throws LeaseLostException if the attempt is another's now
  void commit(EventBody body) {
    await(new Entry(Actor.SYSTEM, body, true));
  }

  /// As [#commit], told by somebody.
  void commit(Actor actor, EventBody body) {
    await(new Entry(actor, body, true));
  }

  /// Adds a fact at once, past those that wait, for which others may have been quicker.
  ///
  /// @return false if the log has no place for it any more
  /// @throws LeaseLostException if the attempt is another's now
  boolean commitIfStillSo(EventBody body) {
    var held = lease.get();
    try {
      journal.append(held.attempt(), Actor.SYSTEM, Optional.of(held), List.of(body));
      return true;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private void await(Entry entry) {
    add(entry);
    var interrupted = false;
    while (true) {
      try {
        entry.written().await();
        break;
      } catch (InterruptedException e) {
        // What is being told must be told: the stop is obeyed after it.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    var failure = broken;
    if (failure != null) {
      throw failure;
    }
  }

  /// Writes what waits, and ends.
  @Override
  public void close() {
    var end = new Entry(Actor.SYSTEM, null, true);
    add(end);
    try {
      if (!end.written().await(30, TimeUnit.SECONDS)) {
        LOG.warn("events of {} were still not written after 30 s", lease.get().attempt());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    var batch = new ArrayList<Entry>();
    var last = false;
    while (!last) {
      last = gather(batch);
      if (broken == null) {
        append(batch);
      }
      over = last;
      batch.forEach(entry -> entry.written().countDown());
      batch.clear();
    }
  }

  /// Fills the batch: at least one entry, and what comes while the first may wait, unless somebody
  /// waits for it.
  ///
  /// @return whether the end was reached
  private boolean gather(List<Entry> batch) {
    try {
      batch.add(waiting.take());
      var end = System.nanoTime() + batch.getFirst().mayWait();
      while (batch.size() < MAX_BATCH && !batch.getLast().awaited()) {
        var next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          break;
        }
        batch.add(next);
        end = Math.min(end, System.nanoTime() + next.mayWait());
      }
    } catch (InterruptedException e) {
      // Nobody interrupts the writer: it would cut the database connection under it.
      throw new IllegalStateException(e);
    }
    waiting.drainTo(batch, MAX_BATCH);
    return batch.stream().anyMatch(entry -> entry.body() == null);
  }

  private void append(List<Entry> batch) {
    var told = masked(batch);
    var from = 0;
    while (from < told.size()) {
      var actor = told.get(from).actor();
      var to = from;
      var bodies = new ArrayList<EventBody>();
      while (to < told.size() && told.get(to).actor().equals(actor)) {
        Texts.add(bodies, told.get(to++).body());
      }
      if (!commit(actor, bodies)) {
        return;
      }
      from = to;
    }
  }

  private List<MaskedPieces.Told> masked(List<Entry> batch) {
    var told = new ArrayList<MaskedPieces.Told>();
    for (var entry : batch) {
      var body = entry.body();
      told.addAll(body == null ? pieces.end() : pieces.next(entry.actor(), body));
    }
    return told;
  }

  private boolean commit(Actor actor, List<EventBody> bodies) {
    try {
      var held = lease.get();
      journal.append(held.attempt(), actor, Optional.of(held), bodies);
      return true;
    } catch (LeaseLostException e) {
      broken = e;
      onLost.run();
      return false;
    } catch (RuntimeException e) {
      LOG.error("events of {} could not be written", lease.get().attempt(), e);
      broken = e;
      onLost.run();
      return false;
    }
  }
}
