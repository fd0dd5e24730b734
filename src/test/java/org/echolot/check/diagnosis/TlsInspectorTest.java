package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.trust.TrustJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices that answer in the place of a TLS server are told by what they call their authority. */
class TlsInspectorTest {

  @TempDir private static Path folder;

  private static Optional<String> inspector(String authority) {
    CertificateKit kit = new CertificateKit(folder);
    return TlsInspector.amongIssuersOf(
        List.of(kit.issuedBy(kit.authority(authority), "pacs.example").make().certificate()));
  }

  @ParameterizedTest
  @CsvSource({
    "FortiGate CA, FortiGate",
    "Zscaler Root CA, Zscaler",
    "Clinic SSL Inspection CA, SSL Inspection",
    "Palo Alto Networks Trust, Palo Alto Networks",
    "mitmproxy, mitmproxy"
  })
  void aDeviceThatInspectsIsNamed(String authority, String named) {
    assertThat(inspector(authority)).contains(named);
  }

  @ParameterizedTest
  @CsvSource({"Clinic Root CA", "Fort Worth Radiology CA", "Baset Imaging CA", "Squidward CA"})
  void otherAuthoritiesAreNot(String authority) {
    assertThat(inspector(authority)).isEmpty();
  }

  /** A root that came with the chain is no intermediate, and signed no other certificate. */
  @Test
  void aRootThatThePeerSentIsToBeConfirmedByItsFingerprint() {
    assertThat(untrusted("Clinic Root CA").variant()).isEqualTo(Variant.UNKNOWN_ROOT);
    assertThat(untrusted("Fortinet CA").variant()).isEqualTo(Variant.INSPECTED);
  }

  private static Finding untrusted(String authority) {
    CertificateKit kit = new CertificateKit(folder);
    Made root = kit.authority(authority);
    var chain =
        List.of(kit.issuedBy(root, "pacs.example").make().certificate(), root.certificate());
    TlsSettings settings = new TlsSettings(null, null, null, null, true, null, TlsProfile.RUNTIME);
    TrustVerdict verdict =
        new TrustJudge(settings, "pacs.example", List.of(), Instant.now()).judge(chain);
    TlsReport made = Handshakes.trusted();
    TlsReport report =
        new TlsReport(
            made.profile(),
            made.offered(),
            made.protocol(),
            made.cipherSuite(),
            made.keyExchange(),
            chain,
            verdict,
            null,
            List.of(),
            null,
            List.of(),
            made.profileVerdict());
    return new TlsDiagnosis(
            report, Circumstances.PLAIN, new TlsQuestion("pacs.example", Instant.now()))
        .of(new TlsFailure.Untrusted(verdict));
  }
}
