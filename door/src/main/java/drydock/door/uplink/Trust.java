package drydock.door.uplink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Certificate authorities: the JVM's own, and a company's beside them.
public final class Trust {
  private Trust() {}

  /// All that is trusted, in one store.
  ///
  /// @param caFile PEM, one or more certificates
  /// @throws IllegalArgumentException if the file cannot be read or holds no certificate
  public static KeyStore store(Optional<Path> caFile) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var authority : jvmAuthorities()) {
        store.setCertificateEntry("jvm-" + store.size(), authority);
      }
      if (caFile.isPresent()) {
        addAll(store, caFile.get());
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the certificate authorities cannot be read"
              + caFile.map(f -> ": " + f + " must hold PEM certificates").orElse(""),
          e);
    }
  }

  private static void addAll(KeyStore store, Path caFile)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(caFile)) {
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + store.size(), each);
      }
    }
  }

  private static X509Certificate[] jvmAuthorities() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }
}
