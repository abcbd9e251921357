package drydock.acp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// One JSON-RPC connection over a pair of streams, either side. The other side is not trusted: it
/// can neither hang nor crash this one, only lose its connection. Thread safe.
final class Connection implements AutoCloseable {
  /// What this side answers.
  interface Peer {
    /// Called in the order of arrival by the reading thread; the answer is made by a thread of its
    /// own.
    ///
    /// @return none if there is no such method
    Optional<Reply> request(String method, JsonNode params);

    /// Called by the reading thread.
    void notification(String method, JsonNode params);

    void stray(String line);
  }

  @FunctionalInterface
  interface Reply {
    JsonNode make() throws InterruptedException;
  }

  /// What is taken from the other side, in bytes.
  record Limits(int line, long all) {
    /// A picture in a prompt fits.
    static final Limits OF_A_CLIENT = new Limits(16 << 20, Long.MAX_VALUE);

    /// All that an agent says in its life: more than this is a flood, and costs the host's time.
    static final Limits OF_AN_AGENT = new Limits(4 << 20, 2L << 30);
  }

  /// Requests of the other side that may wait for an answer at once.
  private static final int OPEN_REQUESTS = 64;

  private static final int STRAY_LENGTH = 1000;
  private static final int NAME_LENGTH = 200;

  private final LineReader lines;
  private final Outbox outbox;
  private final Peer peer;
  private final Map<Long, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Semaphore openRequests = new Semaphore(OPEN_REQUESTS);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final InputStream in;
  private volatile AcpException ending =
      new AcpException(AcpException.Reason.CLOSED, "the connection is closed");

  Connection(InputStream in, OutputStream out, Limits limits, Peer peer) {
    this.in = in;
    this.lines = new LineReader(in, limits.line(), limits.all());
    this.outbox = new Outbox(out, this::end);
    this.peer = peer;
  }

  void start() {
    outbox.start();
    // Reading a process's pipe holds the carrier of a virtual thread (JDK 25): a few of those would
    // stop all the others.
    Thread.ofPlatform().daemon().name("acp-reader").start(this::read);
  }

  /// Calls a method and hands its result on in the reading thread, before any later message.
  CompletableFuture<JsonNode> call(String method, JsonNode params) {
    var id = lastId.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    calls.put(id, answer);
    if (isEnded()) {
      calls.remove(id);
      throw closed();
    }
    outbox.send(new RpcMessage.Request(JsonNodeFactory.instance.numberNode(id), method, params));
    return answer;
  }

  void notify(String method, JsonNode params) {
    if (isEnded()) {
      throw closed();
    }
    outbox.send(new RpcMessage.Notification(method, params));
  }

  static JsonNode await(CompletableFuture<JsonNode> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw told(e);
    }
  }

  static JsonNode await(CompletableFuture<JsonNode> answer, Duration atMost) {
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw told(e);
    } catch (TimeoutException _) {
      throw new AcpException(
          AcpException.Reason.TIMEOUT, "the agent gave no answer within " + atMost);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new AcpException(AcpException.Reason.CLOSED, "interrupted");
    }
  }

  /// Waits until the other side has ended the stream, or this one was closed.
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /// Waits until what was sent so far is written.
  void flush(Duration atMost) throws InterruptedException {
    outbox.flush(atMost);
  }

  @Override
  public void close() {
    end();
    outbox.close();
    try {
      in.close();
    } catch (IOException _) {
      // It is being thrown away.
    }
  }

  private void read() {
    try {
      for (var line = lines.next(); line != null && !isEnded(); line = lines.next()) {
        if (!line.text().isBlank()) {
          receive(line);
        }
      }
    } catch (IOException _) {
      // The stream broke: the same as its end.
    } catch (AcpException e) {
      ending = e;
    } finally {
      end();
    }
  }

  private void receive(LineReader.Line line) {
    var message = line.whole() ? RpcMessage.parse(line.text()) : Optional.<RpcMessage>empty();
    if (message.isEmpty()) {
      stray(line.text());
      return;
    }
    switch (message.get()) {
      case RpcMessage.Request request -> answer(request);
      case RpcMessage.Notification(var method, var params) -> peer.notification(method, params);
      case RpcMessage.Response(var id, var result) -> {
        var call = calls.remove(id.asLong());
        if (call == null) {
          stray(line.text());
        } else {
          call.complete(result);
        }
      }
      case RpcMessage.Failure(var id, var code, var text, var data) -> {
        var call = calls.remove(id.asLong());
        if (call == null) {
          stray(line.text());
        } else {
          call.completeExceptionally(
              new AcpException(AcpException.Reason.REMOTE, text, code, data));
        }
      }
    }
  }

  private void answer(RpcMessage.Request request) {
    var reply = peer.request(request.method(), request.params());
    if (reply.isEmpty()) {
      var method = head(request.method(), NAME_LENGTH);
      fail(request, RpcMessage.METHOD_NOT_FOUND, "no method '" + method + "'");
    } else if (!openRequests.tryAcquire()) {
      fail(request, RpcMessage.INTERNAL_ERROR, "too many open requests");
    } else {
      Thread.ofVirtual().name("acp-reply").start(() -> make(request, reply.get()));
    }
  }

  private void make(RpcMessage.Request request, Reply reply) {
    try {
      outbox.send(new RpcMessage.Response(request.id(), reply.make()));
    } catch (InterruptedException _) {
      fail(request, RpcMessage.INTERNAL_ERROR, "interrupted");
    } catch (IllegalArgumentException e) {
      fail(request, RpcMessage.INVALID_PARAMS, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      fail(request, RpcMessage.INTERNAL_ERROR, e.toString());
    } finally {
      openRequests.release();
    }
  }

  private void fail(RpcMessage.Request request, int code, String message) {
    outbox.send(new RpcMessage.Failure(request.id(), code, message, MissingNode.getInstance()));
  }

  private void stray(String line) {
    peer.stray(head(line, STRAY_LENGTH));
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  private boolean isEnded() {
    return ended.getCount() == 0;
  }

  private void end() {
    ended.countDown();
    for (var id : List.copyOf(calls.keySet())) {
      var call = calls.remove(id);
      if (call != null) {
        call.completeExceptionally(closed());
      }
    }
  }

  private AcpException closed() {
    return new AcpException(ending.reason(), String.valueOf(ending.getMessage()));
  }

  /// A fresh exception with the caller's stack.
  private static AcpException told(ExecutionException e) {
    if (e.getCause() instanceof AcpException cause) {
      return new AcpException(
          cause.reason(), String.valueOf(cause.getMessage()), cause.code(), cause.data());
    }
    throw new IllegalStateException(e);
  }
}
