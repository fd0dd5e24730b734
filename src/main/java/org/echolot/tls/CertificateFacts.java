package org.echolot.tls;

import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What people want to know of a certificate.
 *
 * @param subject by RFC 2253
 * @param issuer by RFC 2253
 * @param names the hosts that it names, DNS names before addresses; the common name where it names
 *     none otherwise
 * @param keyType {@code RSA}, {@code EC} and so on
 * @param keyBits the size of its key; 0 where it is not known
 * @param signature the algorithm that it was signed by, in Java's words
 * @param fingerprint the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param selfSigned whether it names itself as its issuer
 */
public record CertificateFacts(
    String subject,
    String issuer,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    String keyType,
    int keyBits,
    String signature,
    String fingerprint,
    boolean selfSigned) {

  public CertificateFacts {
    names = List.copyOf(names);
  }

  public static CertificateFacts of(X509Certificate certificate) {
    PublicKey key = certificate.getPublicKey();
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        HostNames.of(certificate).all(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key.getAlgorithm(),
        bitsOf(key),
        certificate.getSigAlgName(),
        fingerprintOf(certificate),
        certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
  }

  /** The whole days from {@code now} to its end; less than zero where that has passed. */
  public long daysLeft(Instant now) {
    return Math.floorDiv(
        Duration.between(now, notAfter).toSeconds(), Duration.ofDays(1).toSeconds());
  }

  /** Type and size of the key: {@code RSA 2048 bits}. */
  public String keyText() {
    return keyBits == 0 ? keyType : String.format(Locale.ROOT, "%s %d bits", keyType, keyBits);
  }

  /** The SHA-256 of a certificate, 64 hexadecimal digits in lower case. */
  public static String fingerprintOf(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has bytes", e);
    }
  }

  /** The size of a key in bits; 0 where it is not known. */
  static int bitsOf(Key key) {
    return switch (key) {
      case RSAKey rsa -> rsa.getModulus().bitLength();
      case ECKey ec -> ec.getParams().getCurve().getField().getFieldSize();
      case DSAKey dsa -> dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength();
      default -> 0;
    };
  }
}
