package org.echolot.tls.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.EncryptionException;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a PEM or DER file holds (RFC 7468): certificates and private keys, in PKCS#8, PKCS#1 or SEC
 * 1, encrypted or not. Text around them is passed over.
 */
final class PemContent {

  private final MaterialFile file;
  private final char @Nullable [] password;
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<PrivateKey> keys = new ArrayList<>();

  private PemContent(MaterialFile file, char @Nullable [] password) {
    this.file = file;
    this.password = password;
  }

  /**
   * Reads the certificates and leaves keys alone.
   *
   * @throws TlsFileException if it holds something damaged
   */
  static List<X509Certificate> certificatesOf(MaterialFile file) throws TlsFileException {
    return read(file, null, false).certificates;
  }

  /**
   * Reads all of it.
   *
   * @param password null: none is known
   * @throws TlsFileException if it holds something damaged, or the password is missing or wrong
   */
  static PemContent of(MaterialFile file, char @Nullable [] password) throws TlsFileException {
    return read(file, password, true);
  }

  List<X509Certificate> certificates() {
    return certificates;
  }

  List<PrivateKey> keys() {
    return keys;
  }

  private static PemContent read(MaterialFile file, char @Nullable [] password, boolean withKeys)
      throws TlsFileException {
    PemContent content = new PemContent(file, password);
    try {
      if (file.kind() == MaterialFile.Kind.TEXT) {
        content.readPem(withKeys);
      } else {
        content.readDer(withKeys);
      }
    } catch (EncryptionException | PKCSException e) {
      throw TlsFileException.passwordWrong(file.path());
    } catch (IOException | CertificateException | OperatorCreationException e) {
      throw TlsFileException.of(file.path(), "is damaged: " + e.getMessage());
    } catch (RuntimeException e) {
      throw TlsFileException.of(file.path(), "is damaged: " + e);
    }
    return content;
  }

  private void readPem(boolean withKeys)
      throws IOException,
          CertificateException,
          TlsFileException,
          PKCSException,
          OperatorCreationException {
    // ISO 8859-1 takes every byte; what counts is ASCII.
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        switch (part) {
          case X509CertificateHolder holder -> addCertificates(holder.getEncoded());
          case X509TrustedCertificateBlock block ->
              addCertificates(block.getCertificateHolder().getEncoded());
          case ContentInfo pkcs7 -> addCertificates(pkcs7.getEncoded());
          case PEMKeyPair pair -> addKey(withKeys, pair.getPrivateKeyInfo());
          case PrivateKeyInfo info -> addKey(withKeys, info);
          case PEMEncryptedKeyPair pair when withKeys ->
              addKey(
                  true,
                  pair.decryptKeyPair(
                          new JcePEMDecryptorProviderBuilder()
                              .setProvider(new BouncyCastleProvider())
                              .build(requirePassword()))
                      .getPrivateKeyInfo());
          case PKCS8EncryptedPrivateKeyInfo info when withKeys ->
              addKey(
                  true,
                  info.decryptPrivateKeyInfo(
                      new JcePKCSPBEInputDecryptorProviderBuilder()
                          .setProvider(new BouncyCastleProvider())
                          .build(requirePassword())));
          default -> {
            // Parameters of a curve, a revocation list, a public key.
          }
        }
      }
    }
  }

  private void readDer(boolean withKeys)
      throws CertificateException, PEMException, TlsFileException {
    PrivateKeyInfo key = null;
    try {
      key = PrivateKeyInfo.getInstance(file.bytes());
    } catch (RuntimeException _) {
      // It is no key.
    }
    if (key == null) {
      addCertificates(file.bytes());
    } else {
      addKey(withKeys, key);
    }
  }

  private void addCertificates(byte[] der) throws CertificateException {
    Collection<? extends java.security.cert.Certificate> read =
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(der));
    read.forEach(certificate -> certificates.add((X509Certificate) certificate));
  }

  private void addKey(boolean wanted, PrivateKeyInfo info) throws PEMException {
    if (wanted) {
      keys.add(new JcaPEMKeyConverter().getPrivateKey(info));
    }
  }

  private char[] requirePassword() throws TlsFileException {
    if (password == null) {
      throw TlsFileException.passwordMissing(file.path());
    }
    return password;
  }
}
