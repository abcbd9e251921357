package drydock.sandbox.oci.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sandbox.SandboxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A company's authority is trusted by everything inside.
class TrustTest {
  private static final String BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

  @TempDir Path folder;

  @Test
  void the_companys_authority_is_in_the_bundle_and_in_the_store_of_each_jdk() throws Exception {
    var pem = companyCa();
    var caFile = Files.writeString(folder.resolve("ca.pem"), pem);
    var store = folder.resolve("jdk/lib/security/cacerts");
    Files.createDirectories(store.getParent());
    Files.createFile(store);
    var trust = new Trust(folder, Optional.of(caFile), List.of(folder.resolve("jdk")));

    var mounts = trust.mounts();

    var made = Path.of(mounts.getLast().source());
    assertThat(mounts)
        .containsExactly(
            Mount.readOnly(folder.resolve("bundle.pem"), BUNDLE),
            Mount.readOnly(made, store.toRealPath().toString()));
    // Whoever comes second does not replace what the first is mounting.
    var first = Files.readAttributes(made, BasicFileAttributes.class).fileKey();
    assertThat(trust.mounts()).isEqualTo(mounts);
    assertThat(Files.readAttributes(made, BasicFileAttributes.class).fileKey()).isEqualTo(first);

    assertThat(folder.resolve("bundle.pem")).content().contains(pem);
    var keys = KeyStore.getInstance("JKS");
    keys.load(new ByteArrayInputStream(Files.readAllBytes(made)), null);
    var newest = (X509Certificate) keys.getCertificate("ca" + (keys.size() - 1));
    assertThat(newest.getSubjectX500Principal().getName()).isEqualTo("CN=Company CA");
    assertThat(trust.environment())
        .containsEntry("SSL_CERT_FILE", BUNDLE)
        .containsEntry("NODE_EXTRA_CA_CERTS", BUNDLE);
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    var missing = folder.resolve("missing.pem");

    assertThatThrownBy(() -> new Trust(folder, Optional.of(missing), List.of()).mounts())
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("cannot read the certificates of " + missing + " (DRYDOCK_CA_FILE)");
  }

  private static String companyCa() throws IOException {
    try (var in = TrustTest.class.getResourceAsStream("company-ca.pem")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
