package drydock.e2e.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/// A Git host on loopback: serves a folder's repositories by `git http-backend`, and tells lies of
/// its own below `/lies/`.
final class GitHost implements AutoCloseable {
  private final Path root;
  private final HttpServer server;

  GitHost(Path root) {
    this.root = root;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::backend);
    server.start();
  }

  /// Where the repository of this name lies.
  Path folder(String name) {
    return root.resolve(name);
  }

  String url(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  interface Lie {
    void tell(HttpExchange exchange) throws IOException;
  }

  /// @return the URL of a repository about which this is answered
  String lie(String name, Lie lie) {
    server.createContext(
        "/lies/" + name + "/",
        exchange -> {
          try (exchange) {
            lie.tell(exchange);
          }
        });
    return url("lies/" + name);
  }

  static Lie redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /// A list of refs (gitprotocol-http(5), "Smart Server Response"), each `ID NAME`.
  static Lie refs(String... lines) {
    return exchange -> {
      exchange
          .getResponseHeaders()
          .add("Content-Type", "application/x-git-upload-pack-advertisement");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      out.write(packet("# service=git-upload-pack\n"));
      out.write("0000".getBytes(ISO_8859_1));
      var first = "\0symref=HEAD:--delete agent=evil";
      for (var line : lines) {
        out.write(packet(line + first + "\n"));
        first = "";
      }
      out.write("0000".getBytes(ISO_8859_1));
    };
  }

  /// Refs without end.
  static Lie endless() {
    return exchange -> {
      exchange
          .getResponseHeaders()
          .add("Content-Type", "application/x-git-upload-pack-advertisement");
      exchange.sendResponseHeaders(200, 0);
      var out = exchange.getResponseBody();
      out.write(packet("# service=git-upload-pack\n"));
      out.write("0000".getBytes(ISO_8859_1));
      var name = "1".repeat(40) + " refs/heads/" + "n".repeat(60_000);
      out.write(packet(name + "\0agent=evil\n"));
      for (var i = 0L; ; i++) {
        out.write(packet(name + i + "\n"));
      }
    };
  }

  private static byte[] packet(String line) {
    return (String.format("%04x", line.length() + 4) + line).getBytes(ISO_8859_1);
  }

  /// A CGI program (RFC 3875): the request in the environment and on stdin, headers and body on
  /// stdout.
  private void backend(HttpExchange exchange) throws IOException {
    var builder = new ProcessBuilder("git", "http-backend");
    var environment = builder.environment();
    var uri = exchange.getRequestURI();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "safe.directory");
    environment.put("GIT_CONFIG_VALUE_0", "*");
    environment.put("PATH_INFO", uri.getPath());
    environment.put("QUERY_STRING", uri.getQuery() == null ? "" : uri.getQuery());
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    for (var header : List.of("Content-Type", "Content-Encoding", "Git-Protocol")) {
      var value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        var name = header.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        environment.put(name.equals("CONTENT_TYPE") ? name : "HTTP_" + name, value);
      }
    }
    var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (exchange) {
      try (var input = process.getOutputStream()) {
        exchange.getRequestBody().transferTo(input);
      }
      var output = process.getInputStream();
      for (var line = line(output); !line.isEmpty(); line = line(output)) {
        exchange
            .getResponseHeaders()
            .add(line.replaceAll(":.*", ""), line.replaceAll("^.*?: ", ""));
      }
      exchange.sendResponseHeaders(200, 0);
      output.transferTo(exchange.getResponseBody());
    } finally {
      process.destroyForcibly();
    }
  }

  private static String line(InputStream from) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = from.read(); b >= 0 && b != '\n'; b = from.read()) {
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
