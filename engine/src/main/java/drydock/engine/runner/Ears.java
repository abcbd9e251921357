package drydock.engine.runner;

import drydock.domain.port.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what people say to a running attempt, and the clock. Closed when its story is over.
final class Ears implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
  private static final Duration SPELL = Duration.ofSeconds(20);

  private final Run run;
  private final AtomicReference<@Nullable Conversation> talk = new AtomicReference<>();
  private @Nullable Thread listener;
  private volatile boolean open = true;

  Ears(Run run) {
    this.run = run;
  }

  /// Hears what was said before the story began, then listens beside it.
  void begin() {
    try {
      run.words().hear(Duration.ZERO).forEach(this::obey);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    listener = Thread.ofVirtual().name("ears-" + run.id()).start(this::listen);
    run.limits().clock().start();
  }

  /// Until it is closed.
  interface Talk extends AutoCloseable {
    @Override
    void close();
  }

  /// From now on words go to this talk as they come.
  Talk listenFor(Conversation conversation) {
    talk.set(conversation);
    return () -> talk.set(null);
  }

  /// What is said from now on is for the next turn.
  void agentStopped() {
    run.words().agentStopped();
  }

  private void listen() {
    while (open) {
      try {
        run.words().hear(SPELL).forEach(this::obey);
        var conversation = talk.get();
        if (conversation != null) {
          conversation.wordsCame();
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

  private void obey(Inbox.Letter letter) {
    switch (letter.message()) {
      case Inbox.Message.Cancel(var _, var turn) -> {
        if (turn == run.attempt().turn()) {
          run.signals().raise(new Stop.Canceled());
        } else {
          run.words().done(List.of(letter.id()));
        }
      }
      case Inbox.Message.Answer(var approval, var allowed, var by) -> {
        run.questions().answered(approval, allowed, by);
        run.words().done(List.of(letter.id()));
      }
      case Inbox.Message.Raise(var budget, var turn) -> {
        if (turn == run.attempt().turn()) {
          run.limits().raise(budget);
        }
        run.words().done(List.of(letter.id()));
      }
      case Inbox.Message.Say _ -> {
        // Waits among the words for the agent.
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    run.limits().clock().close();
    if (listener != null) {
      listener.interrupt();
    }
  }
}
