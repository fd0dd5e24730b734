package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.echolot.check.EndedBy;
import org.echolot.check.diagnosis.Circumstances.Afterwards;
import org.echolot.check.diagnosis.Circumstances.Arrival;
import org.echolot.check.diagnosis.Circumstances.Shown;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.Octets;
import org.echolot.tls.Handshakes;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.Offer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it means how, when and after what a peer ended a handshake. */
class TlsEndingTest {

  /** Of a handshake to which nothing was answered. */
  private static TlsReport unanswered(@Nullable String serverName) {
    TlsReport whole = Handshakes.trusted();
    Offer offer = whole.offered();
    return new TlsReport(
        whole.profile(),
        new Offer(
            offer.protocols(),
            offer.cipherSuites(),
            offer.groups(),
            offer.signatureSchemes(),
            serverName),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        List.of(),
        whole.profileVerdict());
  }

  private static TlsReport warned(TlsReport report, int description) {
    return new TlsReport(
        report.profile(),
        report.offered(),
        report.protocol(),
        report.cipherSuite(),
        report.keyExchange(),
        report.chain(),
        report.trust(),
        report.clientCertificateRequest(),
        report.sentChain(),
        new TlsAlert(1, description),
        report.switchedOff(),
        report.profileVerdict());
  }

  private static Finding endedAfterWarning(TlsFailure failure, int description) {
    return new TlsDiagnosis(
            warned(unanswered(null), description),
            Circumstances.PLAIN.endedAfter(Duration.ofMillis(2)),
            new TlsQuestion("10.1.2.3", Instant.now()))
        .of(failure);
  }

  /** A warning alone ends nothing, but it says why the end came. */
  @Test
  void anAlertThatWarnedBeforeTheEndIsNotForgotten() {
    Finding closed = endedAfterWarning(new TlsFailure.Closed(true), TlsAlert.UNRECOGNIZED_NAME);
    Finding reset = endedAfterWarning(new TlsFailure.Reset(true, "reset"), 90);
    Finding silent = endedAfterWarning(new TlsFailure.DeadlinePassed(true), 80);

    assertThat(closed.variant()).isEqualTo(Variant.SERVER_NAME_MISSING);
    assertThat(closed.detail())
        .contains("unrecognized_name (112)")
        .endsWith("; then the connection was closed");
    assertThat(closed.endedBy()).isEqualTo(EndedBy.PEER_CLOSE);
    assertThat(reset.variant()).isEqualTo(Variant.ALERT_CANCELED);
    assertThat(reset.facts()).hasEntrySatisfying("detail", text -> assertThat(text).contains("90"));
    assertThat(silent.variant()).isEqualTo(Variant.TLS_BEGAN);
    assertThat(silent.facts())
        .hasEntrySatisfying("warned", text -> assertThat(text).contains("internal_error (80)"));
  }

  /** The handshake had seemed to succeed, and the log shows it so. */
  @Test
  void whatIsJudgedLastInTls13IsSaidToComeAfterTheHandshake() {
    TlsReport made = Handshakes.trusted();
    TlsReport report =
        new TlsReport(
            made.profile(),
            made.offered(),
            "TLSv1.3",
            made.cipherSuite(),
            made.keyExchange(),
            made.chain(),
            made.trust(),
            new TlsReport.ClientCertificateRequest(List.of("EC"), List.of()),
            made.sentChain(),
            null,
            List.of(),
            made.profileVerdict());
    Finding late =
        new TlsDiagnosis(report, Circumstances.PLAIN, new TlsQuestion("pacs", Instant.now()))
            .late(new AssociationFailure.Closed(Octets.EMPTY), new TlsAlert(2, 116));

    assertThat(Objects.requireNonNull(late).detail()).contains("it came after the handshake");
  }

  /** No profile reads it: an old device is not the reason. */
  @Test
  void aCertificateThatCannotBeReadIsNotToldAsOldTls() {
    Finding finding = ended(new TlsFailure.UnreadableCertificate("Empty issuer DN"), null, 2);

    assertThat(finding.variant()).isEqualTo(Variant.UNREADABLE_CERTIFICATE);
    assertThat(CauseTexts.load().advice(finding.cause(), finding.variant(), finding.facts(), false))
        .noneMatch(step -> step.contains("legacy"));
  }

  private static Finding ended(TlsFailure failure, @Nullable String serverName, long millis) {
    Circumstances circumstances =
        new Circumstances(
            true,
            Shown.NOTHING,
            Duration.ofMillis(1),
            Duration.ofMillis(millis),
            Arrival.NOTHING,
            new Delivery.Unknown(),
            Afterwards.NOTHING);
    return new TlsDiagnosis(
            unanswered(serverName), circumstances, new TlsQuestion("10.1.2.3", Instant.now()))
        .of(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "2, true, TLS_RESET_AT_ONCE",
    "2, false, CLOSED_WITHOUT_SERVER_NAME",
    "300, true, CLOSED_WITHOUT_SERVER_NAME",
    "3000, true, TLS_CLOSED_LATE",
    "3000, false, TLS_CLOSED_LATE"
  })
  void whenAndHowItEndedTellsAPortForwardFromAGateway(long millis, boolean reset, Variant variant) {
    TlsFailure failure =
        reset ? new TlsFailure.Reset(false, "Connection reset") : new TlsFailure.Closed(false);

    assertThat(ended(failure, null, millis).variant()).isEqualTo(variant);
  }

  @Test
  void itIsSaidHowLongAfterOurClientHelloThePeerClosed() {
    assertThat(ended(new TlsFailure.Closed(false), "pacs.example", 3_000).detail())
        .isEqualTo("the connection was closed 3.0 s after our ClientHello");
  }

  /** What had answered with TLS is a port for TLS, with something behind it. */
  @Test
  void whoAnsweredIsNotSaidToBeAnotherPort() {
    assertThat(ended(new TlsFailure.Closed(true), null, 2).variant())
        .isEqualTo(Variant.CLOSED_DURING_HANDSHAKE);
    assertThat(ended(new TlsFailure.Closed(false), "pacs.example", 2).variant())
        .isEqualTo(Variant.CLOSED_AFTER_HELLO);
  }

  @ParameterizedTest
  @CsvSource({
    "80, false, ALERT_WITHOUT_SERVER_NAME",
    "0, false, CLOSED_WITHOUT_SERVER_NAME",
    "80, true, ALERT_INTERNAL_ERROR",
    "50, false, ALERT_ON_OUR_MESSAGE"
  })
  void aServerThatFindsNoCertificateWithoutANameSaysLittle(
      int description, boolean named, Variant variant) {
    TlsFailure failure = new TlsFailure.AlertReceived(new TlsAlert(2, description));

    assertThat(ended(failure, named ? "pacs.example" : null, 2).variant()).isEqualTo(variant);
  }

  /** Each kind of alert has its own first step, and one that TLS does not know is said to be so. */
  @ParameterizedTest
  @CsvSource({
    "200, ALERT_UNDEFINED, 'number 200, which TLS does not define'",
    "60, ALERT, 'export_restriction (60, reserved)'",
    "47, ALERT_ON_OUR_MESSAGE, illegal_parameter (47)",
    "120, ALERT_ON_PROTOCOL, no_application_protocol (120)",
    "42, ALERT_ON_CERTIFICATE, bad_certificate (42): it is about a certificate",
    "90, ALERT_CANCELED, user_canceled (90)",
    "86, DOWNGRADE, inappropriate_fallback (86)",
    "116, , did not request one in the handshake"
  })
  void eachKindOfAlertIsNamedAndHasItsOwnMeaning(
      int description, @Nullable Variant variant, String words) {
    Finding finding = ended(new TlsFailure.AlertReceived(new TlsAlert(2, description)), "pacs", 2);

    assertThat(finding.variant()).isEqualTo(variant);
    assertThat(finding.detail()).contains(words);
  }

  @Test
  void anAlertOfALevelThatTlsDoesNotKnowIsSaidToBeSo() {
    assertThat(new TlsAlert(3, 40))
        .hasToString("handshake_failure (40), with the level 3, which TLS does not define");
  }

  /** What follows the ServerHello is no matter of what we offered. */
  @Test
  void anAlertAfterTheServerHelloIsNotToldAsNothingInCommon() {
    TlsFailure failure = new TlsFailure.AlertReceived(new TlsAlert(2, 40));
    TlsReport chosen = withoutRequest(Handshakes.trusted());

    Finding finding =
        new TlsDiagnosis(
                chosen,
                Circumstances.PLAIN.endedAfter(Duration.ofMillis(2)),
                new TlsQuestion("10.1.2.3", Instant.now()))
            .of(failure);

    assertThat(finding.variant()).isEqualTo(Variant.ALERT_AFTER_CHOICE);
    assertThat(finding.facts()).containsEntry("chosen", "TLS 1.3 with TLS_AES_256_GCM_SHA384");
    assertThat(finding.detail()).contains("does not go on with what was negotiated");
  }

  /** A key that does not fit its certificate is no matter of who trusts whom. */
  @Test
  void aSignatureOfOursThatCannotBeVerifiedIsNotToldAsACertificateThatIsNotTrusted() {
    Finding finding =
        new TlsDiagnosis(
                Handshakes.trusted(),
                Circumstances.PLAIN.endedAfter(Duration.ofMillis(2)),
                new TlsQuestion("10.1.2.3", Instant.now()))
            .of(new TlsFailure.AlertReceived(new TlsAlert(2, TlsAlert.DECRYPT_ERROR)));

    assertThat(finding.variant()).isEqualTo(Variant.CLIENT_SIGNATURE_REFUSED);
  }

  private static TlsReport withoutRequest(TlsReport report) {
    return new TlsReport(
        report.profile(),
        report.offered(),
        report.protocol(),
        report.cipherSuite(),
        report.keyExchange(),
        report.chain(),
        report.trust(),
        null,
        List.of(),
        null,
        report.switchedOff(),
        report.profileVerdict());
  }

  @ParameterizedTest
  @CsvSource({"51, signature of ours", "120, that we named"})
  void anAlertIsNotExplainedByWhatWeDidNotSend(int description, String untrue) {
    assertThat(TlsFacts.alertText(new TlsAlert(2, description), unanswered(null)))
        .doesNotContain(untrue);
  }
}
