package drydock.sandbox.oci.host;

import drydock.sandbox.SandboxException;
import drydock.sandbox.SandboxException.Cause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The certificate authorities that a sandbox trusts: the system's and the company's, put where
/// every tool chain looks.
///
/// Java reads no variable for this that does not make it print a line at every start
/// (`JAVA_TOOL_OPTIONS`), so a trust store is mounted over the one of each JDK: `mvn`, `gradle` and
/// plain `java` find it, and nobody notices.
final class Trust {
  private static final String BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

  /// Debian, Fedora, openSUSE.
  private static final List<Path> SYSTEM_BUNDLES =
      List.of(
          Path.of(BUNDLE),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"));

  private static final Path LOCAL = Path.of("/usr/local/share/ca-certificates");

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private final Path folder;
  private final Optional<Path> caFile;
  private final List<Path> jdks;

  /// @param folder where bundle and trust store are put together; exists
  /// @param jdks the home folders of the JDKs that sandboxes see
  Trust(Path folder, Optional<Path> caFile, List<Path> jdks) {
    this.folder = folder;
    this.caFile = caFile;
    this.jdks = jdks;
  }

  Map<String, String> environment() {
    var variables = new LinkedHashMap<String, String>();
    if (caFile.isPresent() || SYSTEM_BUNDLES.stream().anyMatch(Files::isReadable)) {
      for (var name :
          List.of(
              "SSL_CERT_FILE",
              "CURL_CA_BUNDLE",
              "GIT_SSL_CAINFO",
              "NODE_EXTRA_CA_CERTS",
              "PIP_CERT",
              "REQUESTS_CA_BUNDLE",
              "CARGO_HTTP_CAINFO")) {
        variables.put(name, BUNDLE);
      }
    }
    return variables;
  }

  /// None where the host's own files do: nobody added an authority.
  List<Mount> mounts() {
    try {
      var system = SYSTEM_BUNDLES.stream().filter(Files::isReadable).findFirst();
      if (caFile.isEmpty() && !hasLocalAuthorities()) {
        return system
            .filter(bundle -> !bundle.equals(Path.of(BUNDLE)))
            .map(bundle -> List.of(Mount.readOnly(bundle, BUNDLE)))
            .orElse(List.of());
      }
      var pem = new StringBuilder();
      for (var file : Stream.concat(system.stream(), caFile.stream()).toList()) {
        pem.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
      var mounts = new ArrayList<Mount>();
      var bundle = Written.file(folder.resolve("bundle.pem"), pem.toString());
      mounts.add(Mount.readOnly(bundle, BUNDLE));
      var store = stored(pem.toString());
      trustStores().forEach(path -> mounts.add(Mount.readOnly(store, path.toString())));
      return mounts;
    } catch (IOException | GeneralSecurityException e) {
      var file = caFile.map(path -> path + " (DRYDOCK_CA_FILE)").orElse(BUNDLE);
      throw new SandboxException(
          Cause.UNAVAILABLE, "cannot read the certificates of " + file + ": " + e, e);
    }
  }

  /// Named by what is in it: a store holds the time it was made, so no two are alike, and one that
  /// is replaced cannot be mounted by those who have just opened it.
  private Path stored(String pem) throws IOException, GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256").digest(pem.getBytes(StandardCharsets.UTF_8));
    var store = folder.resolve("cacerts-" + HexFormat.of().formatHex(digest, 0, 8));
    return Files.exists(store) ? store : Written.file(store, trustStore(pem));
  }

  /// JKS: what every JDK since the first reads without a password.
  private static byte[] trustStore(String pem) throws IOException, GeneralSecurityException {
    var factory = CertificateFactory.getInstance("X.509");
    var store = KeyStore.getInstance("JKS");
    store.load(null, null);
    for (var found = CERTIFICATE.matcher(pem); found.find(); ) {
      var text = found.group().getBytes(StandardCharsets.US_ASCII);
      var certificate = factory.generateCertificate(new ByteArrayInputStream(text));
      store.setCertificateEntry("ca" + store.size(), certificate);
    }
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, "changeit".toCharArray());
    return bytes.toByteArray();
  }

  /// Behind any link: Debian's JDKs share one in `/etc`.
  private List<Path> trustStores() throws IOException {
    var stores = new ArrayList<Path>();
    for (var jdk : jdks) {
      var store = jdk.resolve("lib/security/cacerts");
      if (Files.exists(store) && !stores.contains(store.toRealPath())) {
        stores.add(store.toRealPath());
      }
    }
    return stores;
  }

  private static boolean hasLocalAuthorities() throws IOException {
    if (!Files.isDirectory(LOCAL)) {
      return false;
    }
    try (var files = Files.walk(LOCAL)) {
      return files.anyMatch(file -> file.toString().endsWith(".crt"));
    }
  }
}
