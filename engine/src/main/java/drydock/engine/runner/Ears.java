package drydock.engine.runner;

import drydock.domain.port.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what people say to a running attempt, and the clock. Closed when its story is over.
final class Ears implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
  private static final Duration TURN = Duration.ofSeconds(20);

  private final Run run;
  private final Inbox inbox;
  private final AtomicReference<@Nullable Conversation> talk = new AtomicReference<>();
  private final List<Inbox.Message.Say> late = new ArrayList<>();
  private @Nullable Thread listener;
  private @Nullable Thread clock;
  private volatile boolean open = true;
  private boolean over;

  Ears(Run run, Inbox inbox) {
    this.run = run;
    this.inbox = inbox;
  }

  /// Takes what was said before the story began, then listens beside it.
  void begin() {
    try {
      inbox.take(run.id(), Duration.ZERO).forEach(this::hear);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    listener = Thread.ofVirtual().name("ears-" + run.id()).start(this::listen);
    clock = Thread.ofVirtual().name("clock-" + run.id()).start(this::time);
  }

  /// From now on words go to this talk.
  void listenFor(Conversation conversation) {
    talk.set(conversation);
  }

  /// The agent has stopped: what is said from now on is for the next turn.
  void agentStopped() {
    synchronized (late) {
      over = true;
    }
    talk.set(null);
  }

  private void listen() {
    while (open) {
      try {
        for (var message : inbox.take(run.id(), TURN)) {
          hear(message);
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        if (open) {
          LOG.warn("cannot hear what is said to {}, trying again: {}", run.id(), e.toString());
          pause();
        }
      }
    }
  }

  private void hear(Inbox.Message message) {
    switch (message) {
      case Inbox.Message.Cancel(var _, var turn) -> {
        // One that came when its turn was over is nobody's any more.
        if (turn == run.attempt().turn()) {
          run.signals().raise(new Stop.Canceled());
        }
      }
      case Inbox.Message.Say say -> {
        if (isLate(say)) {
          return;
        }
        var conversation = talk.get();
        if (conversation != null) {
          conversation.hear(say);
        } else {
          run.later(say.text());
        }
      }
    }
  }

  private boolean isLate(Inbox.Message.Say say) {
    synchronized (late) {
      if (over) {
        late.add(say);
      }
      return over;
    }
  }

  private void time() {
    var limit = run.attempt().budget(run.request()).time();
    try {
      Thread.sleep(limit);
      run.signals().raise(new Stop.TimeIsUp(limit));
    } catch (InterruptedException _) {
      // The story was over in time.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Late words go back into the inbox, where the next turn finds them.
  @Override
  public void close() {
    open = false;
    synchronized (late) {
      late.forEach(say -> inbox.post(run.id(), say));
    }
    for (var thread : new @Nullable Thread[] {listener, clock}) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
