package org.echolot.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its certificate and those that lead on from it.
 *
 * @param chain the key's own certificate first, then each one's issuer as far as they are there
 */
public record KeyIdentity(PrivateKey key, List<X509Certificate> chain) {

  public KeyIdentity {
    chain = List.copyOf(chain);
  }

  /**
   * The identity that a key and certificates in any order make up.
   *
   * @return empty if no certificate fits the key
   */
  public static Optional<KeyIdentity> of(PrivateKey key, List<X509Certificate> certificates) {
    return certificates.stream()
        .filter(certificate -> fits(key, certificate.getPublicKey()))
        .findFirst()
        .map(own -> new KeyIdentity(key, chainFrom(own, certificates)));
  }

  private static List<X509Certificate> chainFrom(X509Certificate own, List<X509Certificate> all) {
    List<X509Certificate> chain = new ArrayList<>();
    X509Certificate next = own;
    while (next != null && !chain.contains(next)) {
      chain.add(next);
      next = issuerOf(next, all);
    }
    return chain;
  }

  private static @Nullable X509Certificate issuerOf(
      X509Certificate certificate, List<X509Certificate> all) {
    List<X509Certificate> named =
        all.stream()
            .filter(
                other ->
                    other.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
            .toList();
    return named.stream()
        .filter(other -> signed(other, certificate))
        .findFirst()
        // What this runtime can't verify, the peer may.
        .orElse(named.isEmpty() ? null : named.getFirst());
  }

  /** An authority that was renewed may be there twice, by one name with two keys. */
  private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }

  /** Whether what one signs the other confirms. */
  private static boolean fits(PrivateKey key, PublicKey publicKey) {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA1withRSA"; // the only one that fits the shortest keys
          case "EC" -> "SHA256withECDSA";
          case "DSA" -> "SHA1withDSA";
          default -> publicKey.getAlgorithm();
        };
    try {
      byte[] message = publicKey.getEncoded();
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(message);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      // Keys of different kinds.
      return false;
    }
  }

  /** No secret is in it. */
  @Override
  public String toString() {
    return "KeyIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
  }
}
