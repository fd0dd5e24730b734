package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.diagnosis.Circumstances.Arrival;
import org.echolot.check.diagnosis.Circumstances.Shown;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.peer.Answers;
import org.echolot.tls.probe.ProbeAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {

  private static final Delivery ALL = new Delivery.Whole();
  private static final Delivery LEFT = new Delivery.Stuck(224, false);
  private static final Delivery CLOSED_WINDOW = new Delivery.Stuck(31_856, true);

  private static final AssociateAc ACCEPTANCE =
      Answers.acceptance(
          new AssociateRq(
              AssociateRq.PROTOCOL_VERSION,
              new AeTitle("PACS").toField(),
              new AeTitle("ME").toField(),
              AssociateRq.NO_RESERVED,
              Uids.APPLICATION_CONTEXT,
              List.of(
                  new PresentationContextRq(
                      1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
              new UserInformation(List.of()),
              List.of()));

  private static final Circumstances WAITED =
      Circumstances.PLAIN.endedAfter(Duration.ofSeconds(10));

  private static Circumstances delivered(Delivery delivery) {
    return WAITED.passed(Arrival.NOTHING, delivery);
  }

  private static Finding silent(CheckStage stage, Circumstances circumstances) {
    return late(Octets.EMPTY, stage, circumstances);
  }

  private static Finding late(Octets partial, CheckStage stage, Circumstances circumstances) {
    return Diagnosis.of(new AssociationFailure.DeadlinePassed(partial), stage, circumstances);
  }

  private static Move move(Finding finding) {
    return CauseTexts.load().move(finding.cause(), finding.variant());
  }

  private static void assertVariant(Finding finding, @Nullable Variant variant, Move move) {
    assertThat(finding.variant()).isEqualTo(variant);
    assertThat(move(finding)).isEqualTo(move);
  }

  @Test
  void aRequestThatWasAcknowledgedIsTheProgramsFault() {
    assertVariant(
        silent(CheckStage.ASSOCIATE, delivered(ALL)),
        Variant.ASSOCIATE_ACKNOWLEDGED,
        Move.PEER_ADMINISTRATOR);
    assertVariant(
        silent(CheckStage.ECHO, delivered(ALL)),
        Variant.ECHO_ACKNOWLEDGED,
        Move.PEER_ADMINISTRATOR);
    assertThat(Silence.ofHandshake(false, delivered(ALL)).variant())
        .isEqualTo(Variant.TLS_ACKNOWLEDGED);
  }

  @Test
  void aRequestThatWasNotAcknowledgedIsTheNetworksFault() {
    assertVariant(
        silent(CheckStage.ASSOCIATE, delivered(LEFT).triedAgain(SecondTry.OPENED)),
        Variant.ASSOCIATE_UNACKNOWLEDGED,
        Move.NETWORK);
    assertVariant(
        silent(CheckStage.ECHO, delivered(LEFT)), Variant.ECHO_UNACKNOWLEDGED, Move.NETWORK);
    assertVariant(
        Silence.ofHandshake(false, delivered(LEFT)), Variant.TLS_UNACKNOWLEDGED, Move.NETWORK);
    assertVariant(
        Silence.ofHandshake(true, delivered(LEFT)), Variant.TLS_UNACKNOWLEDGED, Move.NETWORK);
    assertThat(silent(CheckStage.ASSOCIATE, delivered(LEFT)).facts())
        .containsEntry("left", "224 bytes");
  }

  /** What it took before does not help whoever cannot be reached any more. */
  @Test
  void aComputerThatVanishesBehindWhatItAcknowledgedIsToldFromOneThatHangs() {
    Circumstances gone = delivered(ALL).triedAgain(SecondTry.NO_CONNECTION);

    assertVariant(
        silent(CheckStage.ASSOCIATE, delivered(ALL).probed(ProbeAnswer.NO_CONNECTION)),
        Variant.ASSOCIATE_VANISHED,
        Move.OURS_OR_PEER);
    assertVariant(silent(CheckStage.ECHO, gone), Variant.ECHO_VANISHED, Move.OURS_OR_PEER);
    assertVariant(Silence.ofHandshake(true, gone), Variant.TLS_VANISHED, Move.OURS_OR_PEER);
    assertThat(silent(CheckStage.ECHO, delivered(ALL).triedAgain(SecondTry.OPENED)).variant())
        .isEqualTo(Variant.ECHO_ACKNOWLEDGED);
  }

  @Test
  void aComputerThatIsGoneIsToldFromDataThatIsDropped() {
    Circumstances gone = delivered(LEFT).triedAgain(SecondTry.NO_CONNECTION);

    assertThat(silent(CheckStage.ASSOCIATE, gone).variant()).isEqualTo(Variant.ASSOCIATE_GONE);
    assertThat(silent(CheckStage.ECHO, gone).variant()).isEqualTo(Variant.ECHO_GONE);
    assertThat(Silence.ofHandshake(false, gone).variant()).isEqualTo(Variant.TLS_GONE);
  }

  @Test
  void aClosedWindowIsAProgramThatDoesNotRead() {
    Circumstances closed = delivered(CLOSED_WINDOW);

    assertVariant(
        silent(CheckStage.ASSOCIATE, closed), Variant.ASSOCIATE_NOT_READ, Move.PEER_ADMINISTRATOR);
    assertVariant(silent(CheckStage.ECHO, closed), Variant.ECHO_NOT_READ, Move.PEER_ADMINISTRATOR);
    assertVariant(
        Silence.ofHandshake(false, closed), Variant.TLS_NOT_READ, Move.PEER_ADMINISTRATOR);
  }

  /** A system takes a few hundred bytes for a program that hangs. */
  @Test
  void aWindowThatWasNeverOpenIsADeviceInBetween() {
    Circumstances closed = delivered(new Delivery.Stuck(224, true));

    assertVariant(silent(CheckStage.ASSOCIATE, closed), Variant.ASSOCIATE_NOT_TAKEN, Move.NETWORK);
    assertVariant(Silence.ofHandshake(false, closed), Variant.TLS_NOT_TAKEN, Move.NETWORK);
  }

  @Test
  void whatMayStillBeOnItsWayBackOnALongLineProvesNothing() {
    Circumstances far =
        new Circumstances(
            false,
            Shown.NOTHING,
            Duration.ofMillis(600),
            Duration.ofSeconds(1),
            Arrival.NOTHING,
            LEFT,
            Circumstances.Afterwards.NOTHING);

    assertThat(silent(CheckStage.ASSOCIATE, far).variant()).isNull();
  }

  @Test
  void theMtuIsNamedOnlyWhereSmallPacketsWereAnswered() {
    Circumstances hole = delivered(ALL).triedAgain(SecondTry.ANSWERED_IN_SMALL_PACKETS);
    Circumstances cleared = delivered(ALL).triedAgain(SecondTry.SILENT_IN_SMALL_PACKETS);

    assertVariant(Silence.ofHandshake(false, hole), Variant.TLS_LARGE_PACKETS, Move.NETWORK);
    assertThat(Silence.ofHandshake(false, cleared).variant()).isEqualTo(Variant.TLS_ACKNOWLEDGED);
    assertVariant(
        silent(
            CheckStage.ASSOCIATE, delivered(LEFT).triedAgain(SecondTry.ANSWERED_IN_SMALL_PACKETS)),
        Variant.ASSOCIATE_LARGE_PACKETS,
        Move.NETWORK);
  }

  @Test
  void aLengthIsNamedOnlyWhereAShortHelloWasAnswered() {
    Circumstances hang = delivered(ALL).triedAgain(SecondTry.REACTED_TO_SHORT_HELLO);

    assertVariant(
        Silence.ofHandshake(false, hang.probed(ProbeAnswer.CLOSED)),
        Variant.TLS_LONG_HELLO,
        Move.PEER_ADMINISTRATOR);
  }

  /** Nor does one that acknowledged our request; its answer may be lost on the way back. */
  @Test
  void aPeerThatClosedAProbeMayHaveAnsweredUs() {
    assertVariant(
        silent(CheckStage.ASSOCIATE, delivered(ALL).probed(ProbeAnswer.CLOSED)),
        Variant.ASSOCIATE_PROBE_CLOSED,
        Move.PEER_ADMINISTRATOR);
  }

  /** A program that closes another connection at once does not hang. */
  @Test
  void aPeerThatClosedAProbeIsNotSaidToHang() {
    Finding finding = Silence.ofHandshake(false, delivered(ALL).probed(ProbeAnswer.CLOSED));

    assertVariant(finding, Variant.TLS_PROBE_CLOSED, Move.OURS_OR_PEER);
  }

  @Test
  void silenceAfterAUserIdentityMayBeAboutIt() {
    Circumstances authenticated =
        new Circumstances(
            false,
            new Shown(null, null, false, "user \"me\""),
            Duration.ofMillis(1),
            Duration.ofSeconds(10),
            Arrival.NOTHING,
            ALL,
            Circumstances.Afterwards.NOTHING);

    assertThat(silent(CheckStage.ASSOCIATE, authenticated).variant())
        .isEqualTo(Variant.ASSOCIATE_SILENCE_ON_USER_IDENTITY);
    assertThat(silent(CheckStage.ECHO, authenticated).variant())
        .isEqualTo(Variant.ECHO_ACKNOWLEDGED);
  }

  @Test
  void anAnswerThatStillDripsInIsToldFromOneThatStopped() {
    Octets begun = Octets.parseHex("02 00 00 00 00 9F 00 01 00 00 41 42 43 44 45");
    Finding drips =
        late(
            begun,
            CheckStage.ASSOCIATE,
            WAITED.passed(new Arrival(15, Duration.ofMillis(200)), ALL));
    Finding stopped =
        late(
            begun,
            CheckStage.ASSOCIATE,
            WAITED.passed(new Arrival(15, Duration.ofSeconds(9)), ALL));

    assertThat(drips.variant()).isEqualTo(Variant.ASSOCIATE_DRIPS);
    assertThat(drips.detail())
        .contains("15 of 165 bytes")
        .contains("the last 200 ms before the end");
    assertThat(stopped.variant()).isEqualTo(Variant.ASSOCIATE_PARTIAL);
    assertThat(stopped.detail())
        .contains("15 of 165 bytes")
        .contains("the last 9.0 s before the end");
  }

  @Test
  void aCompleteAnswerWhoseLengthCountsTheHeaderIsNoLoss() {
    Octets rj = Octets.parseHex("03 00 00 00 00 0A 00 01 01 03");

    Finding finding = late(rj, CheckStage.ASSOCIATE, WAITED);

    assertThat(finding.variant()).isEqualTo(Variant.ASSOCIATE_OVERLONG);
    assertThat(finding.detail())
        .contains("all 10 bytes of an A-ASSOCIATE-RJ")
        .contains("says 10 and should say 4")
        .contains("counts the header");
  }

  /** Whatever it claims: the last item of an acceptance is the one about the software. */
  @Test
  void anAcceptanceThatLacksNothingIsWholeHoweverLongItClaimsToBe() {
    byte[] whole = PduEncoder.encode(ACCEPTANCE).toByteArray();
    whole[4] = 20; // 5,120 more

    Finding finding = late(Octets.of(whole), CheckStage.ASSOCIATE, WAITED);
    Finding cut = late(Octets.of(whole).slice(0, whole.length - 1), CheckStage.ASSOCIATE, WAITED);

    assertThat(finding.variant()).isEqualTo(Variant.ASSOCIATE_OVERLONG);
    assertThat(finding.detail()).startsWith("all " + whole.length + " bytes of an A-ASSOCIATE-AC");
    assertThat(cut.variant()).isEqualTo(Variant.ASSOCIATE_PARTIAL);
  }

  /** A packet of a few bytes is not lost for its size. */
  @ParameterizedTest
  @CsvSource({"02 00 00 00 00 9F 00 01, false", "02 00 00 00 10 00 00 01, true", "02 00, false"})
  void largePacketsAreThoughtOfOnlyWhereTheAnswerNeedsThem(String hex, boolean large) {
    Finding finding = late(Octets.parseHex(hex), CheckStage.ASSOCIATE, WAITED);

    assertThat(finding.variant()).isEqualTo(Variant.ASSOCIATE_PARTIAL);
    assertThat(finding.facts().containsKey(Condition.LARGE_ANSWER.mark())).isEqualTo(large);
  }

  @ParameterizedTest
  @CsvSource({
    "02, 'only 1 byte (02, as an A-ASSOCIATE-AC begins) in 10.0 s'",
    "03 00 00, 'only 3 bytes of an A-ASSOCIATE-RJ in 10.0 s'",
    "07 00 00 00 00 04 00 00 00, 'only 9 of 10 bytes of an A-ABORT in 10.0 s'"
  })
  void whatBeganToComeIsNamed(String hex, String words) {
    assertThat(late(Octets.parseHex(hex), CheckStage.ASSOCIATE, WAITED).detail()).isEqualTo(words);
  }

  @Test
  void aFloodThatNeverEndsIsCountedWhole() {
    Finding finding =
        late(
            Octets.parseHex("04 00 00 00 00 0A"),
            CheckStage.ECHO,
            WAITED.passed(new Arrival(1_234_567, Duration.ofMillis(1)), ALL));

    assertThat(finding.variant()).isEqualTo(Variant.ECHO_ENDLESS);
    assertThat(finding.detail()).startsWith("1,234,567 bytes in 10.0 s");
  }

  @Test
  void aPeerThatStaysSilentAndTurnsOutToSpeakTlsWaitsForTls() {
    Finding finding = silent(CheckStage.ASSOCIATE, delivered(ALL).probed(ProbeAnswer.YES));

    assertThat(finding.cause()).isEqualTo(Cause.PEER_EXPECTS_TLS);
  }
}
