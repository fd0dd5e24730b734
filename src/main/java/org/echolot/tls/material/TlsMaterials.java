package org.echolot.tls.material;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.KeyIdentity;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsServer;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files with certificates and keys, each once for as long as it does not change. Safe for
 * use by any thread.
 */
public final class TlsMaterials {

  /** What was read of files, and how they were then. */
  private record Kept<T>(List<MaterialFile.Stamp> stamps, T value) {}

  /** The files of a client's identity. */
  private record IdentityFiles(Path certificate, @Nullable Path key) {}

  private final SecretBook secrets;
  private final Map<Path, Kept<List<X509Certificate>>> trusted = new ConcurrentHashMap<>();
  private final Map<IdentityFiles, Kept<KeyIdentity>> identities = new ConcurrentHashMap<>();
  private @Nullable List<X509Certificate> runtimesTrusted;

  /**
   * @param secrets where the passwords of files are looked for
   */
  public TlsMaterials(SecretBook secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads all files that {@code settings} name, and says what is wrong with them. It blocks.
   *
   * @throws TlsFileException if one can't be used; where it asks for a password, put that into the
   *     secrets and try again
   */
  public void check(TlsSettings settings) throws TlsFileException {
    if (settings.trustedCertificates() != null) {
      List<X509Certificate> _ = trusted(settings.trustedCertificates());
    }
    KeyIdentity _ = identity(settings.clientCertificate(), settings.clientKey());
  }

  /**
   * Forgets what was read, private keys included, so that encrypted files need a password again.
   */
  public void forget() {
    trusted.clear();
    identities.clear();
  }

  /**
   * Reads what is needed to speak with one peer. It blocks.
   *
   * @param host the name or address that the peer is called by
   * @throws TlsFileException if a file can't be used
   */
  public TlsClient client(TlsSettings settings, String host) throws TlsFileException {
    Path file = settings.trustedCertificates();
    return new TlsClient(
        settings,
        host,
        file == null ? runtimesTrusted() : trusted(file),
        identity(settings.clientCertificate(), settings.clientKey()));
  }

  /**
   * Reads what is needed to be called over TLS. It blocks.
   *
   * @param certificate PKCS#12 with the key, or PEM
   * @param key the PEM file of the key; null: it is in the file of the certificate
   * @param trustedFile who may have issued callers' certificates; null: whom the runtime trusts
   * @param asks what callers are asked for
   * @throws TlsFileException if a file can't be used
   */
  public TlsServer server(
      Path certificate,
      @Nullable Path key,
      @Nullable Path trustedFile,
      TlsServer.ClientCertificate asks)
      throws TlsFileException {
    KeyIdentity own = Objects.requireNonNull(identity(certificate, key));
    return new TlsServer(own, trustedFile == null ? runtimesTrusted() : trusted(trustedFile), asks);
  }

  /**
   * The certificates of a file that are to be trusted.
   *
   * @throws TlsFileException if it can't be read or holds none
   */
  List<X509Certificate> trusted(Path path) throws TlsFileException {
    List<MaterialFile.Stamp> stamps = List.of(MaterialFile.stampOf(path));
    Kept<List<X509Certificate>> kept = trusted.get(path);
    if (kept != null && kept.stamps().equals(stamps)) {
      return kept.value();
    }
    MaterialFile file = MaterialFile.read(path);
    List<X509Certificate> certificates =
        switch (file.kind()) {
          case TEXT, DER -> PemContent.certificatesOf(file);
          case PKCS12, JKS, JCEKS ->
              withPassword(path, password -> new KeyStoreContent(file, password).certificates());
        };
    if (certificates.isEmpty()) {
      throw TlsFileException.of(path, "contains no certificate");
    }
    trusted.put(path, new Kept<>(stamps, List.copyOf(certificates)));
    return certificates;
  }

  /**
   * A certificate with its private key.
   *
   * @param keyPath null: the key is in the certificate's file
   * @return null if {@code path} is null
   * @throws TlsFileException if a file can't be used, or the key does not fit the certificate
   */
  @Nullable KeyIdentity identity(@Nullable Path path, @Nullable Path keyPath)
      throws TlsFileException {
    if (path == null) {
      return null;
    }
    IdentityFiles files = new IdentityFiles(path, keyPath);
    List<MaterialFile.Stamp> stamps = new ArrayList<>(List.of(MaterialFile.stampOf(path)));
    if (keyPath != null) {
      stamps.add(MaterialFile.stampOf(keyPath));
    }
    Kept<KeyIdentity> kept = identities.get(files);
    if (kept != null && kept.stamps().equals(stamps)) {
      return kept.value();
    }
    KeyIdentity identity = readIdentity(MaterialFile.read(path), keyPath);
    identities.put(files, new Kept<>(stamps, identity));
    return identity;
  }

  private KeyIdentity readIdentity(MaterialFile file, @Nullable Path keyPath)
      throws TlsFileException {
    boolean isKeyStore =
        file.kind() != MaterialFile.Kind.TEXT && file.kind() != MaterialFile.Kind.DER;
    if (isKeyStore && keyPath == null) {
      return withPassword(file.path(), password -> new KeyStoreContent(file, password).identity());
    }
    List<X509Certificate> certificates =
        isKeyStore
            ? withPassword(
                file.path(), password -> new KeyStoreContent(file, password).certificates())
            : PemContent.certificatesOf(file);
    if (certificates.isEmpty()) {
      throw TlsFileException.of(file.path(), "contains no certificate");
    }
    MaterialFile keyFile = keyPath == null ? file : MaterialFile.read(keyPath);
    List<PrivateKey> keys =
        withPassword(keyFile.path(), password -> PemContent.of(keyFile, password).keys());
    if (keys.isEmpty()) {
      throw TlsFileException.of(
          keyFile.path(),
          keyPath == null
              ? "contains a certificate but no private key: set the file of its key too"
              : "contains no private key");
    }
    for (PrivateKey key : keys) {
      var identity = KeyIdentity.of(key, certificates);
      if (identity.isPresent()) {
        return identity.get();
      }
    }
    throw TlsFileException.of(
        keyFile.path(),
        keyPath == null
            ? "contains a key that does not match its certificate"
            : "contains a key that does not match the certificate in " + file.path());
  }

  /** What is done with a password; it must not keep it. */
  private interface Use<T> {
    T with(char @Nullable [] password) throws TlsFileException;
  }

  private <T> T withPassword(Path path, Use<T> use) throws TlsFileException {
    char @Nullable [] password = secrets.find(new SecretKey.OfFile(path)).orElse(null);
    try {
      return use.with(password);
    } finally {
      if (password != null) {
        Arrays.fill(password, '\0');
      }
    }
  }

  /** What this Java runtime trusts by itself. */
  private synchronized List<X509Certificate> runtimesTrusted() {
    if (runtimesTrusted == null) {
      List<X509Certificate> found = new ArrayList<>();
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
          if (manager instanceof X509TrustManager x509) {
            found.addAll(List.of(x509.getAcceptedIssuers()));
          }
        }
      } catch (GeneralSecurityException _) {
        // A runtime without a trust store trusts nobody; the verdict will say so.
      }
      runtimesTrusted = List.copyOf(found);
    }
    return runtimesTrusted;
  }
}
