package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.diagnosis.Circumstances.Afterwards;
import org.echolot.check.diagnosis.Circumstances.Arrival;
import org.echolot.check.diagnosis.Circumstances.Shown;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.tls.probe.ProbeAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

  private static final AssociationFailure CLOSED = new AssociationFailure.Closed(Octets.EMPTY);
  private static final AssociationFailure RESET =
      new AssociationFailure.Reset(Octets.EMPTY, "Connection reset");

  private static Circumstances after(Duration time) {
    return Circumstances.PLAIN.endedAfter(time);
  }

  private static Finding ended(AssociationFailure failure, Circumstances circumstances) {
    return Diagnosis.of(failure, CheckStage.ASSOCIATE, circumstances);
  }

  private static Circumstances overTls() {
    return new Circumstances(
        true,
        Shown.NOTHING,
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Arrival.NOTHING,
        new Delivery.Unknown(),
        Afterwards.NOTHING);
  }

  @Test
  void itIsSaidHowLongAfterOurRequestThePeerClosed() {
    assertThat(ended(CLOSED, after(Duration.ofSeconds(3))).detail())
        .isEqualTo(
            "the connection was closed 3.0 s after our association request,"
                + " without a byte of an answer");
  }

  @Test
  void aHeaderAloneIsNotCalledOurRequest() {
    Circumstances soon = after(Duration.ofMillis(2));

    Finding finding = Diagnosis.afterHeader(ended(RESET, soon), soon);

    assertThat(finding.variant()).isEqualTo(Variant.CLOSED_AFTER_HEADER);
    assertThat(finding.detail())
        .isEqualTo(
            "the connection was reset (Connection reset) after our header of the PROXY protocol,"
                + " before our association request had been sent, without a byte of an answer");
  }

  @ParameterizedTest
  @CsvSource({"2, false", "900, false", "1100, true", "8000, true"})
  void whoClosesLateHasTriedSomethingElseFirst(long millis, boolean late) {
    Finding finding =
        ended(CLOSED, after(Duration.ofMillis(millis)).probed(ProbeAnswer.SOMETHING_ELSE));

    assertThat(finding.variant())
        .isEqualTo(late ? Variant.CLOSED_LATE : Variant.CLOSED_WITHOUT_TLS);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ASKED, RESET_AT_ONCE",
    "CLOSED, RESET_AT_ONCE",
    "NO_CONNECTION, RESET_AT_ONCE",
    "SOMETHING_ELSE, CLOSED_WITHOUT_TLS"
  })
  void whoResetsAtOnceMayBeAPortForwardWithNothingBehind(ProbeAnswer probe, Variant variant) {
    assertThat(ended(RESET, after(Duration.ofMillis(2)).probed(probe)).variant())
        .isEqualTo(variant);
  }

  @Test
  void aResetThatTookItsTimeIsNoPortForward() {
    assertThat(ended(RESET, after(Duration.ofMillis(200))).variant()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED, CLOSED_TWICE",
    "SILENT, CLOSED_PROBED_IN_VAIN",
    "NO_CONNECTION, CLOSED_PROBED_IN_VAIN"
  })
  void aProbeThatWasNotAnsweredDoesNotRuleTlsOut(ProbeAnswer probe, Variant variant) {
    assertThat(ended(CLOSED, after(Duration.ofMillis(2)).probed(probe)).variant())
        .isEqualTo(variant);
  }

  /** Who closes an empty connection, too, does not like the address; else it is what we send. */
  @ParameterizedTest
  @CsvSource({
    "CLOSED_WHILE_IDLE, CLOSED_TWICE, RESET_AT_ONCE",
    "OPEN_WHILE_IDLE, CLOSED_WHEN_SENT, CLOSED_WHEN_SENT",
    "SILENT_BEHIND_HEADER, CLOSED_WHEN_SENT, CLOSED_WHEN_SENT",
    "OPEN_BEHIND_HEADER, HEADER_EXPECTED, HEADER_EXPECTED",
    "ANSWERED_BEHIND_HEADER, HEADER_EXPECTED, HEADER_EXPECTED"
  })
  void whatEndsOnlyWhenWeSendIsNoMatterOfOurAddress(
      SecondTry second, Variant ofClose, Variant ofReset) {
    Circumstances twice = after(Duration.ofMillis(2)).probed(ProbeAnswer.CLOSED).triedAgain(second);

    assertThat(ended(CLOSED, twice).variant()).isEqualTo(ofClose);
    assertThat(ended(RESET, twice).variant()).isEqualTo(ofReset);
  }

  @Test
  void aTlsRecordInsideTlsIsOfTheServerBehindAProxy() {
    Finding inside =
        ended(
            new AssociationFailure.Unreadable(
                Octets.parseHex("15 03 03 00 02 02 28"),
                new MalformedPduException("PDU type", 0, "held 15H", "")),
            overTls());
    Finding outside =
        ended(
            new AssociationFailure.Closed(Octets.parseHex("15 03 03 00 02 02 28")),
            after(Duration.ofMillis(1)));

    assertThat(inside.cause()).isEqualTo(Cause.PEER_EXPECTS_TLS);
    assertThat(inside.variant()).isEqualTo(Variant.TLS_BEHIND_TLS);
    assertThat(CauseTexts.load().move(inside.cause(), inside.variant()))
        .isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(outside.variant()).isNull();
    assertThat(outside.endedBy()).isEqualTo(EndedBy.PEER_CLOSE);
  }

  /** A proxy that ends TLS, and then waits in vain for the server behind it, closes late. */
  @Test
  void whoClosesLateOverTlsHasTriedSomethingElseFirst() {
    assertThat(ended(CLOSED, overTls()).variant()).isEqualTo(Variant.CLOSED_OVER_TLS);
    assertThat(ended(CLOSED, overTls().endedAfter(Duration.ofSeconds(2))).variant())
        .isEqualTo(Variant.CLOSED_LATE);
  }

  /** Who begins an answer has taken the user, or has not looked at it. */
  @Test
  void anAnswerThatWasBegunIsNotAboutTheUser() {
    Circumstances withUser =
        new Circumstances(
            false,
            new Shown(null, null, false, "user \"me\""),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Arrival.NOTHING,
            new Delivery.Unknown(),
            Afterwards.NOTHING);

    assertThat(ended(CLOSED, withUser).variant()).isEqualTo(Variant.CLOSED_ON_USER_IDENTITY);
    assertThat(
            ended(new AssociationFailure.Closed(Octets.parseHex("02 00 00 00 00 9B")), withUser)
                .variant())
        .isEqualTo(Variant.CLOSED_DURING_REPLY);
  }

  @Test
  void whoAbortedDecidesWhatIsToBeDone() {
    assertThat(
            ended(new AssociationFailure.Aborted(new Abort(0, 0)), Circumstances.PLAIN).variant())
        .isEqualTo(Variant.ABORTED_BY_USER);
    assertThat(
            ended(new AssociationFailure.Aborted(new Abort(2, 0)), Circumstances.PLAIN).variant())
        .isEqualTo(Variant.ABORTED_BY_PROVIDER);
    assertThat(
            ended(new AssociationFailure.Aborted(new Abort(9, 0)), Circumstances.PLAIN).variant())
        .isEqualTo(Variant.ABORTED_BY_UNDEFINED_SOURCE);
  }

  @ParameterizedTest
  @CsvSource({
    "ASSOCIATE, 1, DNS server",
    "ECHO, 1, the peer may be busy",
    "TLS, 1, the peer may be busy",
    "ASSOCIATE, 643, 643 ms to open",
    "ECHO, 643, 643 ms to open"
  })
  void aSlowAnswerIsOnlyExplainedByWhatCanBe(CheckStage stage, long connected, String why) {
    assertThat(
            SlowPeer.answering(
                    stage, "answer", Duration.ofMillis(1_200), Duration.ofMillis(connected))
                .orElseThrow()
                .text())
        .contains(why);
    assertThat(
            SlowPeer.answering(
                stage, "answer", Duration.ofMillis(900), Duration.ofMillis(connected)))
        .isEmpty();
  }
}
