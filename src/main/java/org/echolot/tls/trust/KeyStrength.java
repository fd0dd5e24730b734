package org.echolot.tls.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.echolot.tls.CertificateKey;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;

/** Whether a certificate's key and signature are strong enough. */
final class KeyStrength {

  private static final int RUNTIME_RSA = 1024;
  private static final int RUNTIME_EC = 224;
  private static final int BCP195_RSA = 2048;
  private static final int BCP195_EC = 224;
  private static final int MODIFIED_RSA = 2048;
  private static final int MODIFIED_EC = 256;

  private KeyStrength() {}

  /**
   * What makes it too weak for a profile, to be put behind its name.
   *
   * @return null: nothing
   */
  static @Nullable String weaknessOf(X509Certificate certificate, TlsProfile profile) {
    return switch (profile) {
      case LEGACY -> null;
      case RUNTIME -> weakness(certificate, RUNTIME_RSA, RUNTIME_EC, false);
      case BCP195 -> weakness(certificate, BCP195_RSA, BCP195_EC, true);
      case MODIFIED_BCP195 -> weakness(certificate, MODIFIED_RSA, MODIFIED_EC, true);
    };
  }

  private static @Nullable String weakness(
      X509Certificate certificate, int leastRsa, int leastEc, boolean needsSha2) {
    PublicKey key = certificate.getPublicKey();
    int bits = CertificateKey.of(key).bits();
    int least =
        switch (key.getAlgorithm()) {
          case "RSA", "RSASSA-PSS", "DSA" -> leastRsa;
          case "EC" -> leastEc;
          default -> 0;
        };
    if (bits > 0 && bits < least) {
      return String.format(
          Locale.ROOT,
          "has a key of %s %d bits, but at least %d are required",
          key.getAlgorithm(),
          bits,
          least);
    }
    // Nobody relies on the signature of one that signed itself.
    boolean selfSigned =
        certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean broken = signature.startsWith("MD");
    boolean old = signature.startsWith("SHA1") || signature.startsWith("SHA-1");
    return !selfSigned && (broken || (old && needsSha2))
        ? "is signed with " + certificate.getSigAlgName() + ", which is too weak"
        : null;
  }
}
