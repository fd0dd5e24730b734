package org.echolot.peers.exchange.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.echolot.files.FileFaults;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted by those who ask over TLS. */
final class TrustedServers {

  private TrustedServers() {}

  /**
   * @param file PEM; null: what Java trusts
   * @throws ServerException if the file can't be used
   */
  static SSLContext of(@Nullable Path file) throws ServerException {
    try {
      if (file == null) {
        return SSLContext.getDefault();
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      try (InputStream in = Files.newInputStream(file)) {
        for (Certificate certificate :
            CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          trusted.setCertificateEntry("trusted " + trusted.size(), certificate);
        }
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new ServerException("can't read " + file + ": " + FileFaults.words(e));
    } catch (GeneralSecurityException e) {
      throw new ServerException(file + " holds no certificates in PEM: " + e.getMessage());
    }
  }
}
