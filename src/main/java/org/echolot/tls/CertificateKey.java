package org.echolot.tls;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * A public key in words.
 *
 * @param bits its size; 0 where the type has but one, or it is not known
 * @param curve empty where there is none
 */
public record CertificateKey(String type, int bits, String curve) {

  /** The type, size and curve of a key. */
  public static CertificateKey of(PublicKey key) {
    return switch (key) {
      case RSAKey rsa -> new CertificateKey("RSA", rsa.getModulus().bitLength(), "");
      case ECKey ec ->
          new CertificateKey("EC", ec.getParams().getOrder().bitLength(), curve(ec.getParams()));
      case DSAKey dsa when dsa.getParams() != null ->
          new CertificateKey("DSA", dsa.getParams().getP().bitLength(), "");
      default ->
          key.getParams() instanceof NamedParameterSpec named
              ? new CertificateKey(named.getName(), 0, "")
              : new CertificateKey(key.getAlgorithm(), 0, "");
    };
  }

  private static String curve(ECParameterSpec spec) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(spec);
      return parameters.getParameterSpec(ECGenParameterSpec.class).getName();
    } catch (GeneralSecurityException _) {
      return "of its own curve";
    }
  }

  /** The algorithm that a certificate is signed with, with the digest where its name has none. */
  static String signatureOf(X509Certificate certificate) {
    String name = certificate.getSigAlgName();
    byte[] encoded = certificate.getSigAlgParams();
    if (encoded == null || !name.equals("RSASSA-PSS")) {
      return name;
    }
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance(name);
      parameters.init(encoded);
      return name
          + " with "
          + parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
    } catch (GeneralSecurityException | IOException _) {
      return name;
    }
  }
}
