package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echolot.dicom.association.Delivery;
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

  /** What we can verify ourselves needs nobody else to look at. */
  @Test
  void aSignatureThatFitsTheIssuerWeKnowIsNotDoubted() {
    X509Certificate own = kit.issuedBy(root, "ws1").make().certificate();
    X509Certificate other = kit.authority("Clinic Root").certificate();
    List<String> accepted = List.of("CN=Clinic Root");

    assertThat(refused(42, accepted, own, root.certificate()).facts().keySet())
        .contains(Condition.OURS_VERIFIED.mark());
    assertThat(refused(42, accepted, own, other).facts().keySet())
        .doesNotContain(Condition.OURS_VERIFIED.mark());
    assertThat(refused(42, accepted, own).facts().keySet())
        .doesNotContain(Condition.OURS_VERIFIED.mark());
  }

  @Test
  void theTypeOfAKeyThatThePeerDoesNotAcceptIsNamed() {
    Finding finding = unfit();

    assertThat(finding.variant()).isEqualTo(Variant.CLIENT_CERTIFICATE_UNFIT);
    assertThat(finding.facts())
        .containsEntry("oursUnfit", "its key is of type RSA, but the peer accepts EC");
  }

  private static Finding unfit() {
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
            new ClientCertificateRequest(List.of("EC"), List.of()),
            List.of(),
            new TlsAlert(2, 116),
            List.of(),
            made.profileVerdict());
    Circumstances withRsa =
        new Circumstances(
            true,
            new Circumstances.Shown(null, "RSA", false, null),
            Duration.ZERO,
            Duration.ZERO,
            Circumstances.Arrival.NOTHING,
            new Delivery.Unknown(),
            Circumstances.Afterwards.NOTHING);
    return new TlsDiagnosis(report, withRsa, new TlsQuestion("pacs", Instant.now()))
        .of(new TlsFailure.AlertReceived(new TlsAlert(2, 116)));
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
