package org.echolot.tls.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;

/**
 * All certificates of a PKCS#12 file (RFC 7292). Java's own reader passes over those that nobody
 * marked as trusted, in a way of Java's own, and other programs mark none.
 */
final class Pkcs12Certificates {

  private Pkcs12Certificates() {}

  /**
   * @param password the right one; it may be empty
   */
  static List<X509Certificate> of(byte[] bytes, char[] password)
      throws IOException, PKCSException, GeneralSecurityException {
    List<X509Certificate> found = new ArrayList<>();
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (ContentInfo content : new PKCS12PfxPdu(bytes).getContentInfos()) {
      for (PKCS12SafeBag bag : bags(content, password).getSafeBags()) {
        if (bag.getBagValue() instanceof X509CertificateHolder holder) {
          found.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
        }
      }
    }
    return found;
  }

  private static PKCS12SafeBagFactory bags(ContentInfo content, char[] password)
      throws PKCSException {
    if (!content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
      return new PKCS12SafeBagFactory(content);
    }
    try {
      return new PKCS12SafeBagFactory(content, decryptor(password));
    } catch (PKCSException e) {
      if (password.length > 0) {
        throw e;
      }
      // Programs don't agree on what an empty password is; to some it is one zero.
      return new PKCS12SafeBagFactory(content, decryptor(new char[1]));
    }
  }

  private static InputDecryptorProvider decryptor(char[] password) {
    return algorithm -> {
      Cipher cipher = cipher(algorithm, password);
      return new InputDecryptor() {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
          return algorithm;
        }

        @Override
        public InputStream getInputStream(InputStream encrypted) {
          return new CipherInputStream(encrypted, cipher);
        }
      };
    };
  }

  private static Cipher cipher(AlgorithmIdentifier algorithm, char[] password)
      throws OperatorCreationException {
    try {
      AlgorithmParameters parameters =
          AlgorithmParameters.getInstance(algorithm.getAlgorithm().getId());
      parameters.init(algorithm.getParameters().toASN1Primitive().getEncoded());
      // The parameters of PBES2 name the ciphers that it is made of (RFC 8018 6.2).
      String name =
          algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
              ? parameters.toString()
              : algorithm.getAlgorithm().getId();
      SecretKey key = SecretKeyFactory.getInstance("PBE").generateSecret(new PBEKeySpec(password));
      Cipher cipher = Cipher.getInstance(name);
      cipher.init(Cipher.DECRYPT_MODE, key, parameters);
      return cipher;
    } catch (GeneralSecurityException | IOException e) {
      throw new OperatorCreationException("its encryption is not supported", e);
    }
  }
}
