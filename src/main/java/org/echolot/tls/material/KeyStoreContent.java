package org.echolot.tls.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.pkcs.PKCSException;
import org.echolot.tls.KeyIdentity;
import org.jspecify.annotations.Nullable;

/** What a PKCS#12, JKS or JCEKS file holds (RFC 7292). */
final class KeyStoreContent {

  private static final char[] EMPTY = {};

  private final MaterialFile file;
  private final char @Nullable [] password;

  /**
   * @param password null: none is known
   */
  KeyStoreContent(MaterialFile file, char @Nullable [] password) {
    this.file = file;
    this.password = password;
  }

  /**
   * All certificates in it, whatever they are there for.
   *
   * @throws TlsFileException if it is damaged, or the password is missing or wrong
   */
  List<X509Certificate> certificates() throws TlsFileException {
    // The certificates of the old kinds can be read without the password.
    boolean sealed = file.kind() == MaterialFile.Kind.PKCS12;
    try {
      KeyStore store = load(KeyStore.getInstance(file.kind().name()), sealed ? key() : password);
      Set<X509Certificate> found = certificatesIn(store);
      if (found.isEmpty() && sealed) {
        found.addAll(Pkcs12Certificates.of(file.bytes(), key()));
      }
      return List.copyOf(found);
    } catch (GeneralSecurityException | IOException | PKCSException e) {
      throw damaged(e);
    }
  }

  /**
   * The first private key with its certificates.
   *
   * @throws TlsFileException if it is damaged or has none, or the password is missing or wrong
   */
  KeyIdentity identity() throws TlsFileException {
    try {
      KeyStore store = load(KeyStore.getInstance(file.kind().name()), key());
      for (String alias : Collections.list(store.aliases())) {
        Optional<KeyIdentity> identity = identityOf(store, alias);
        if (identity.isPresent()) {
          return identity.get();
        }
      }
    } catch (UnrecoverableKeyException e) {
      throw refused();
    } catch (GeneralSecurityException e) {
      throw damaged(e);
    }
    throw TlsFileException.of(file.path(), "contains no private key with its certificate");
  }

  private Optional<KeyIdentity> identityOf(KeyStore store, String alias)
      throws GeneralSecurityException, TlsFileException {
    Key key = store.isKeyEntry(alias) ? store.getKey(alias, key()) : null;
    Certificate[] chain = store.getCertificateChain(alias);
    if (!(key instanceof PrivateKey privateKey) || chain == null) {
      return Optional.empty();
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Certificate certificate : chain) {
      certificates.add((X509Certificate) certificate);
    }
    return Optional.of(
        KeyIdentity.of(privateKey, certificates)
            .orElseThrow(
                () ->
                    TlsFileException.of(
                        file.path(), "contains a key that does not match its certificate")));
  }

  private KeyStore load(KeyStore store, char @Nullable [] secret)
      throws GeneralSecurityException, TlsFileException {
    try {
      store.load(new ByteArrayInputStream(file.bytes()), secret);
      return store;
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException ? refused() : damaged(e);
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static Set<X509Certificate> certificatesIn(KeyStore store) throws KeyStoreException {
    Set<X509Certificate> found = new LinkedHashSet<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      for (Certificate certificate :
          chain != null ? chain : new Certificate[] {store.getCertificate(alias)}) {
        if (certificate instanceof X509Certificate x509) {
          found.add(x509);
        }
      }
    }
    return found;
  }

  /** Many files have an empty password, which nobody should have to type. */
  private char[] key() {
    return password == null ? EMPTY : password;
  }

  private TlsFileException refused() {
    return password == null
        ? TlsFileException.passwordMissing(file.path())
        : TlsFileException.passwordWrong(file.path());
  }

  private TlsFileException damaged(Exception e) {
    return TlsFileException.of(
        file.path(), "is no " + file.kind() + " file that can be read: " + e.getMessage());
  }
}
