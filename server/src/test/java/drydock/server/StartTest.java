package drydock.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import drydock.engine.supply.KnownRepositories;
import drydock.engine.supply.Supplies;
import drydock.server.access.Access;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
  @TempDir private Path folder;

  @Test
  void a_port_that_is_taken_is_told_in_one_line() {
    try (var other = new TestServer()) {
      var port = other.server.address().getPort();
      refused(
          "127.0.0.1",
          port,
          Optional.empty(),
          "port " + port + " is taken: stop the other program or set DRYDOCK_PORT");
    }
  }

  @Test
  void a_host_that_is_not_this_machine_is_told_in_one_line() {
    refused(
        "203.0.113.1",
        0,
        Optional.of(URI.create("http://203.0.113.1")),
        "cannot listen on 203.0.113.1: it is no address of this machine, or port 0 is not"
            + " allowed; set DRYDOCK_HOST and DRYDOCK_PORT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.5", "example.org", "localhost.example.org"})
  void others_are_let_in_only_under_a_public_address(String host) {
    refused(
        host,
        0,
        Optional.empty(),
        "DRYDOCK_HOST "
            + host
            + " lets others in: set DRYDOCK_PUBLIC_URL to the address that they"
            + " use");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "ftp://example.org",
        "https://example.org/drydock",
        "https://ann:pw@example.org",
        "https://example.org?a=b",
        "https:///",
        "mailto:ann@example.org"
      })
  void a_public_address_is_an_address(String url) {
    refused(
        "127.0.0.1",
        0,
        Optional.of(URI.create(url)),
        "DRYDOCK_PUBLIC_URL is an address without a path, like https://drydock.example.org");
  }

  private void refused(String host, int port, Optional<URI> publicUrl, String message) {
    var clock = InstantSource.system();
    var access =
        new Access(
            new Secret(TestServer.TOKEN), new MemoryAccessTokens(), clock, new SecureRandom());
    var workstation = new MemoryWorkstation(clock, new MemoryFiles(folder));
    var supplies =
        new Supplies(
            new KnownRepositories(new MemoryRepositories(), new ToldRemotes(), clock),
            new MemoryModels());
    var settings =
        new ServerSettings(host, port, publicUrl, folder, 1000, folder, TestServer.SECRETS);
    assertThatThrownBy(() ->
            HttpServer.start(settings, workstation, supplies, new MemoryAnswers(), access, clock)
                .close())
        .isInstanceOf(ServerException.class)
        .hasMessage(message);
  }
}
