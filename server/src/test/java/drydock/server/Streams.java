package drydock.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A client of an event stream that reads it piece by piece, as a browser does.
final class Streams implements AutoCloseable {
  /// One event as it came over the wire.
  record Piece(String id, String event, String data) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpResponse<java.io.InputStream> response;
  private final BufferedReader lines;

  Streams(HttpRequest.Builder request) {
    try {
      response = client.send(request.build(), BodyHandlers.ofInputStream());
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return response.statusCode();
  }

  List<Piece> next(int count) {
    var pieces = new ArrayList<Piece>();
    while (pieces.size() < count) {
      pieces.add(next());
    }
    return pieces;
  }

  /// All that comes until the server closes the stream.
  List<Piece> rest() {
    var pieces = new ArrayList<Piece>();
    for (var piece = next(); !piece.equals(END); piece = next()) {
      pieces.add(piece);
    }
    return pieces;
  }

  static final Piece END = new Piece("", "", "");

  /// The next event with data, or [#END].
  Piece next() {
    try {
      var id = "";
      var event = "message";
      var data = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          return new Piece(id, event, data);
        }
      }
      return END;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
