package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echolot.check.diagnosis.Circumstances.Afterwards;
import org.echolot.check.diagnosis.Circumstances.Arrival;
import org.echolot.check.diagnosis.Circumstances.Shown;
import org.echolot.dicom.association.Delivery;
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
        .isEqualTo("the peer closed the connection 3.0 s after our ClientHello");
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
    "0, false, ALERT_WITHOUT_SERVER_NAME",
    "80, true, ALERT",
    "50, false, ALERT"
  })
  void aServerThatFindsNoCertificateWithoutANameSaysLittle(
      int description, boolean named, Variant variant) {
    TlsFailure failure = new TlsFailure.AlertReceived(new TlsAlert(2, description));

    assertThat(ended(failure, named ? "pacs.example" : null, 2).variant()).isEqualTo(variant);
  }

  @ParameterizedTest
  @CsvSource({"51, signature of ours", "120, that we named"})
  void anAlertIsNotExplainedByWhatWeDidNotSend(int description, String untrue) {
    assertThat(TlsFacts.alertText(new TlsAlert(2, description), unanswered(null)))
        .doesNotContain(untrue);
  }
}
