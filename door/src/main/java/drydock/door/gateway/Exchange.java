package drydock.door.gateway;

import drydock.door.gateway.CallRecord.Asked;
import drydock.door.gateway.Sender.Sent;
import drydock.door.provider.Outgoing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// One request to the gateway, from its first byte to its record.
final class Exchange {
  private static final int BUFFER = 64 * 1024;

  private final Access access;
  private final Endpoint endpoint;
  private final Sender sender;
  private final Tally tally;

  Exchange(Access access, Endpoint endpoint, Sender sender, InstantSource clock) {
    this.access = access;
    this.endpoint = endpoint;
    this.sender = sender;
    this.tally = new Tally(clock);
  }

  /// Reads the request, sends it on, passes the answer back, settles, and writes it down.
  ///
  /// @throws RefusedCallException before anything was answered
  void run(Request request, Response response, Callback callback) {
    try (var body = Body.read(request, access.memory())) {
      switch (endpoint.kind) {
        case CALL -> call(body.bytes(), request, response, callback);
        case COUNT -> {
          var edit = Edit.of(endpoint.dialect, access.model().name(), body.bytes());
          pass(outgoing(request, Optional.empty(), edit.bytes()), request, response).end(callback);
        }
        case LIST ->
            pass(outgoing(request, Optional.empty(), ByteBuffer.allocate(0)), request, response)
                .end(callback);
      }
    } catch (IOException e) {
      callback.failed(e);
    }
  }

  private void call(byte[] body, Request request, Response response, Callback callback) {
    var edit = Edit.of(endpoint.dialect, access.model().name(), body);
    try (var reserved = reserve(edit, request)) {
      call(edit, reserved, request, response, callback);
    } catch (InterruptedException e) {
      callback.failed(new EofException(e));
    }
  }

  private Meter.Reservation reserve(Edit edit, Request request) throws InterruptedException {
    try (var _ = watch(request)) {
      return access
          .books()
          .meter()
          .reserve(edit.atMost(endpoint.dialect, access.model().maxOutputTokens()));
    }
  }

  private static Hangup watch(Request request) {
    return Hangup.watch(request.getConnectionMetaData().getConnection().getEndPoint());
  }

  private void call(
      Edit edit,
      Meter.Reservation reserved,
      Request request,
      Response response,
      Callback callback) {
    var books = access.books();
    var asked =
        new Asked(
            access.nextNumber(),
            tally.began(),
            endpoint.dialect,
            access.model().name(),
            edit.askedFor(),
            edit.tree());
    books.recorder().begins(asked);
    var call = new Outgoing.Call(endpoint.dialect, edit.tree());
    var outgoing = outgoing(request, Optional.of(call), edit.bytes());
    var ending = pass(outgoing, request, response);
    var record = tally.settle(asked, edit.bytes().remaining(), reserved, books.listener());
    books.recorder().ended(record, () -> ending.end(callback));
  }

  private Outgoing outgoing(Request request, Optional<Outgoing.Call> call, ByteBuffer body) {
    var query = request.getHttpURI().getQuery();
    var path = endpoint.path + (query == null ? "" : "?" + query);
    return new Outgoing(endpoint.method, path, call, Headers.out(request.getHeaders()), body);
  }

  /// How an answer ends: well, or broken off, so that the client sees that it is not whole.
  @FunctionalInterface
  private interface Ending {
    void end(Callback callback);
  }

  private Ending pass(Outgoing outgoing, Request request, Response response) {
    var foreseen = outgoing.call().isPresent() ? outgoing.body().remaining() / 4 : 0;
    try (var _ = watch(request);
        var sent = sender.send(access.way(), endpoint.dialect, outgoing, foreseen)) {
      tally.answered(sent);
      return stream(sent, response);
    } catch (RefusedCallException e) {
      return callback -> Gateway.refuse(endpoint.dialect, e, response, callback);
    } catch (InterruptedException | IOException e) {
      // Jetty logs other failures with their stack; a client that went is no news.
      return callback -> callback.failed(new EofException(e));
    }
  }

  /// With its last byte an answer of known length is complete for the client, which may send the
  /// next request at once. So that byte is left to the ending: the watch is over then, and the call
  /// is settled.
  private Ending stream(Sent sent, Response response) throws IOException {
    var headers = sent.answer().headers();
    response.setStatus(sent.answer().status());
    response.getHeaders().add(Headers.in(headers));
    var left = headers.getLongField(HttpHeader.CONTENT_LENGTH);
    if (left >= 0) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, left);
    }
    var body = sent.answer().body();
    var buffer = new byte[BUFFER];
    for (int count; (count = body.read(buffer)) >= 0; ) {
      tally.heard(buffer, count);
      var piece = ByteBuffer.wrap(buffer, 0, count);
      left -= count;
      if (left == 0 && body.read() < 0) {
        return callback -> response.write(true, piece, callback);
      }
      Content.Sink.write(response, false, piece);
    }
    return Callback::succeeded;
  }
}
