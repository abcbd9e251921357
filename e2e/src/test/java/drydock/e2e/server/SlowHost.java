package drydock.e2e.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A Git host that answers nothing until it is told to. Its repositories are files, which Git reads
/// too (gitprotocol-http(5), dumb clients).
public final class SlowHost implements AutoCloseable {
  private final HttpServer http;
  private final HttpHandler files;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answering = new CountDownLatch(1);

  /// @param folder of bare repositories
  public SlowHost(Path folder) {
    files = SimpleFileServer.createFileHandler(folder);
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::answer);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
  }

  public String url(String repository) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + repository;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.countDown();
    try {
      answering.await();
    } catch (InterruptedException _) {
      return;
    }
    files.handle(exchange);
  }

  public boolean wasAsked() {
    return asked.getCount() == 0;
  }

  public void answerFromNowOn() {
    answering.countDown();
  }

  @Override
  public void close() {
    answering.countDown();
    http.stop(0);
  }
}
