package drydock.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import drydock.domain.network.Egress;
import drydock.domain.network.Uplink;
import drydock.door.provider.Patience;
import drydock.door.provider.Provider;
import drydock.door.uplink.Trust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server with a certificate that only the company's authority vouches for.
@Tag("integration")
@Timeout(60)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private HttpsServer server;
  private Path ca;

  @BeforeEach
  void serve() throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
    var store = folder.resolve("k.p12");
    ca = folder.resolve("ca.pem");
    run(
        keytool,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "a",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-storepass",
        "changeit",
        "-keystore",
        store.toString());
    run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "a",
        "-storepass",
        "changeit",
        "-keystore",
        store.toString(),
        "-file",
        ca.toString());
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), PASSWORD), PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          var body = "{\"choices\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static void run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void the_companys_authority_is_trusted_by_the_gateway() throws Exception {
    var provider =
        Provider.openai(
            Optional.of(URI.create("https://localhost:" + server.getAddress().getPort())),
            Optional.empty());
    var uplink = new Uplink(Optional.empty(), List.of(), Optional.of(ca));
    try (var trusting = Dock.of(folder, provider, Patience.DEFAULT, uplink);
        var strange = Dock.of(folder, provider)) {
      assertThat(ask(trusting).status()).isEqualTo(200);
      assertThat(ask(strange).status()).isEqualTo(502);
      assertThat(ask(strange).body()).contains("cannot be reached: TLS:");
    }
  }

  private static Inside.Reply ask(Dock dock) throws Exception {
    try (var door = dock.model("openai/m")) {
      return Inside.post(
          door.socket(), "/openai/v1/chat/completions", Dock.TOKEN, "{\"model\":\"m\"}");
    }
  }

  @Test
  void a_tunnel_is_tls_from_end_to_end() throws Exception {
    try (var dock = Dock.of(folder, Provider.scripted(folder), "127.0.0.0/8")) {
      dock.names.put("localhost", () -> InetAddress.ofLiteral("127.0.0.1"));
      var port = server.getAddress().getPort();
      var door = dock.egress(new Egress.Domains(List.of("localhost:" + port)));
      try (var inside = Inside.at(door.socket())) {
        inside.raw("CONNECT localhost:" + port + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(inside.head().status()).isEqualTo(200);
        try (var tls = new TlsOver(inside, engine(port))) {
          tls.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

          assertThat(tls.readAll()).startsWith("HTTP/1.1 200 OK").endsWith("{\"choices\":[]}");
        }
      }
    }
    assertThat(Files.exists(ca)).isTrue();
  }

  private SSLEngine engine(int port) throws Exception {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(Trust.store(Optional.of(ca)));
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    var engine = context.createSSLEngine("localhost", port);
    engine.setUseClientMode(true);
    var parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }
}
