package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a refused client certificate of ours speaks against, by what the peer says it accepts. */
class OurIssuersTest {

  @TempDir private static Path folder;

  private final CertificateKit kit = new CertificateKit(folder);
  private final Made root = kit.authority("Clinic Root");
  private final Made between = kit.issuedBy(root, "Clinic Issuing").authority().make();

  private static Finding refused(int alert, List<String> accepted, X509Certificate... sent) {
    TlsReport made = Handshakes.trusted();
    TlsReport report =
        new TlsReport(
            made.profile(),
            made.offered(),
            made.protocol(),
            made.cipherSuite(),
            made.keyExchange(),
            made.chain(),
            made.trust(),
            new ClientCertificateRequest(List.of("RSA"), accepted),
            List.of(sent),
            new TlsAlert(2, alert),
            List.of(),
            made.profileVerdict());
    return new TlsDiagnosis(report, Circumstances.PLAIN, new TlsQuestion("pacs", Instant.now()))
        .of(new TlsFailure.AlertReceived(new TlsAlert(2, alert)));
  }

  @Test
  void anAuthorityThatThePeerAcceptsNeedsNotBeTrustedOnceMore() {
    X509Certificate own = kit.issuedBy(root, "ws1").make().certificate();

    assertThat(refused(42, List.of("CN=Clinic Root"), own).variant())
        .isEqualTo(Variant.CLIENT_CERTIFICATE_OF_KNOWN_ISSUER);
    assertThat(refused(46, List.of("CN=Clinic Root"), own).variant())
        .isEqualTo(Variant.CLIENT_CERTIFICATE_OF_KNOWN_ISSUER);
    assertThat(refused(42, List.of("CN=Other"), own).facts().keySet())
        .contains(Condition.OURS_WITHOUT_ROOT.mark());
    assertThat(refused(42, List.of("CN=Clinic Root"), own).facts().keySet())
        .doesNotContain(Condition.OURS_WITHOUT_ROOT.mark());
  }

  @Test
  void aCertificateThatWasSentWithoutItsIntermediateIsOurMove() {
    X509Certificate own = kit.issuedBy(between, "ws1").make().certificate();

    assertThat(refused(48, List.of("CN=Clinic Root"), own).variant())
        .isEqualTo(Variant.CLIENT_CERTIFICATE_ALONE);
    assertThat(refused(48, List.of("CN=Other"), own, between.certificate()).variant())
        .isEqualTo(Variant.CLIENT_CERTIFICATE_OF_UNKNOWN_ISSUER);
    assertThat(refused(48, List.of(), own).variant())
        .isEqualTo(Variant.CLIENT_CERTIFICATE_OF_UNKNOWN_ISSUER);
  }
}
