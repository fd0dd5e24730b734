package org.echolot.tls.trust;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport.ProfileVerdict;
import org.jspecify.annotations.Nullable;

/** What the secure transport profiles of PS3.15 Annex B allow (RFC 8996, RFC 9325). */
public final class ProfileRules {

  private static final Set<String> VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

  /** The ciphers that authenticate what they encrypt, as TLS 1.3 has them alone. */
  private static final String AEAD =
      "(AES_(128|256)_(GCM|CCM|CCM_8)|CHACHA20_POLY1305|CAMELLIA_(128|256)_GCM)(_SHA(256|384))?";

  private static final Pattern TLS13 = Pattern.compile("TLS_" + AEAD);

  /** RFC 9325 4.2: with forward secrecy over elliptic curves, and authenticated encryption. */
  private static final Pattern BCP195 = Pattern.compile("TLS_ECDHE_(RSA|ECDSA)_WITH_" + AEAD);

  /** B.13: the same, and finite fields of 2048 bits or more. */
  private static final Pattern MODIFIED =
      Pattern.compile("TLS_(ECDHE_(RSA|ECDSA)|DHE_RSA)_WITH_" + AEAD);

  private static final int LEAST_DHE_BITS = 2048;

  private ProfileRules() {}

  /** Leaves on what the profile allows of what the runtime does. */
  public static void apply(TlsProfile profile, SSLParameters parameters) {
    switch (profile) {
      case BCP195 -> restrict(parameters, BCP195);
      // The size of a finite field can't be set beforehand, and so B.13 forbids it.
      case MODIFIED_BCP195 -> restrict(parameters, BCP195);
      case RUNTIME, LEGACY -> {
        // All of it.
      }
    }
  }

  private static void restrict(SSLParameters parameters, Pattern suites) {
    parameters.setProtocols(
        Stream.of(parameters.getProtocols()).filter(VERSIONS::contains).toArray(String[]::new));
    parameters.setCipherSuites(
        Stream.of(parameters.getCipherSuites())
            .filter(suite -> TLS13.matcher(suite).matches() || suites.matcher(suite).matches())
            .toArray(String[]::new));
  }

  /** How what was agreed on keeps to the profiles. */
  public static ProfileVerdict judge(
      @Nullable String protocol,
      @Nullable String suite,
      @Nullable String keyExchange,
      List<X509Certificate> chain) {
    if (protocol == null || suite == null) {
      return ProfileVerdict.UNKNOWN;
    }
    List<String> both = new ArrayList<>();
    if (!VERSIONS.contains(protocol)) {
      both.add(TlsFacts.version(protocol) + " must not be used (RFC 8996).");
    }
    if (suite.contains("_NULL_")) {
      both.add(suite + " does not encrypt (RFC 9325 4.1).");
    } else if (suite.contains("_anon_") || suite.contains("_RC4_") || suite.contains("EXPORT")) {
      both.add(suite + " must not be used (RFC 9325 4.1).");
    } else if (suite.contains("DES_")) {
      both.add(suite + " has a cipher of less than 128 bits (RFC 9325 4.1).");
    }
    List<String> bcp195 = new ArrayList<>(both);
    List<String> modified = new ArrayList<>(both);
    if (both.isEmpty() && !TLS13.matcher(suite).matches()) {
      judgeSuite(suite, bcp195);
      if (!MODIFIED.matcher(suite).matches()) {
        modified.add(suite + " is not among the suites that B.13 permits.");
      }
    }
    judgeKeyExchange(keyExchange, bcp195, modified);
    for (X509Certificate certificate : chain) {
      addWeakness(certificate, TlsProfile.BCP195, bcp195);
      addWeakness(certificate, TlsProfile.MODIFIED_BCP195, modified);
    }
    return new ProfileVerdict(true, bcp195, modified);
  }

  private static void judgeSuite(String suite, List<String> faults) {
    if (suite.startsWith("TLS_RSA_")
        || suite.startsWith("TLS_ECDH_")
        || suite.startsWith("TLS_DH_")) {
      faults.add(suite + " has no forward secrecy (RFC 9325 4.1).");
    } else if (suite.startsWith("TLS_DHE_")) {
      faults.add(
          suite + " exchanges keys over a finite field, which should not be (RFC 9325 4.1).");
    }
    if (suite.contains("_CBC_")) {
      faults.add(suite + " encrypts in CBC mode, which should not be (RFC 9325 4.2.1).");
    }
  }

  private static void judgeKeyExchange(
      @Nullable String keyExchange, List<String> bcp195, List<String> modified) {
    if (keyExchange == null) {
      return;
    }
    if (keyExchange.startsWith("DHE ")) {
      int bits = Integer.parseInt(keyExchange.replaceAll("\\D", ""));
      if (bits < LEAST_DHE_BITS) {
        bcp195.add("A finite field of " + bits + " bits is too small (RFC 9325 4.1).");
        modified.add("A finite field of " + bits + " bits is smaller than 2048 (B.13).");
      }
    } else if (keyExchange.equals("secp192r1")) {
      bcp195.add("The curve secp192r1 has less than 224 bits (RFC 9325 4.2.1).");
      modified.add("The curve secp192r1 has less than 256 bits (B.13).");
    } else if (keyExchange.equals("secp224r1")) {
      modified.add("The curve secp224r1 has less than 256 bits (B.13).");
    }
  }

  private static void addWeakness(
      X509Certificate certificate, TlsProfile profile, List<String> faults) {
    String weakness = KeyStrength.weaknessOf(certificate, profile);
    if (weakness != null) {
      faults.add(CertificateFacts.of(certificate).calledSubject() + " " + weakness + ".");
    }
  }
}
