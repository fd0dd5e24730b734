package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.association.Implementation;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we say where a peer refuses by a number goes by that number. */
class RefusalWordsTest {

  private final CauseTexts texts = CauseTexts.load();

  private static Finding aborted(int source, int reason, CheckStage stage) {
    return Diagnosis.of(
        new AssociationFailure.Aborted(new Abort(source, reason)), stage, Circumstances.PLAIN);
  }

  private List<String> advice(Finding finding) {
    return texts.advice(finding.cause(), finding.variant(), facts(finding), false);
  }

  private static Map<String, String> facts(Finding finding) {
    Map<String, String> facts = new HashMap<>(finding.facts());
    for (String common :
        List.of("calledAe", "callingAe", "localAddress", "local", "address", "port")) {
      facts.put(common, common);
    }
    return facts;
  }

  @Test
  void aTemporaryRejectionIsTriedAgainFirst() {
    assertThat(advice(rejected(2, 1, 1)).getFirst()).startsWith("Try again in a minute");
    assertThat(advice(rejected(1, 1, 1)))
        .noneMatch(step -> step.contains("Try again"))
        .anyMatch(step -> step.contains("accepts Verification"));
  }

  private static Finding rejected(int result, int source, int reason) {
    return Diagnosis.of(
        new AssociationFailure.Rejected(new AssociateRj(result, source, reason)),
        CheckStage.ASSOCIATE,
        Circumstances.PLAIN);
  }

  /** Some aborts are of software that does not say why, others of one that can't read us. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, ASSOCIATE, ABORTED_BY_USER",
    "2, 0, ASSOCIATE, ABORTED_BY_PROVIDER",
    "2, 1, ASSOCIATE, ABORTED_BY_PROVIDER_ON_REQUEST",
    "2, 3, ASSOCIATE, ABORTED_FOR_UNDEFINED_REASON",
    "2, 9, ASSOCIATE, ABORTED_FOR_UNDEFINED_REASON",
    "2, 9, ECHO, ABORTED_FOR_UNDEFINED_REASON",
    "1, 0, ASSOCIATE, ABORTED_BY_UNDEFINED_SOURCE",
    "9, 2, ECHO, ABORTED_BY_UNDEFINED_SOURCE",
    "2, 6, ASSOCIATE, ABORTED_BY_PROVIDER_ON_REQUEST",
    "0, 0, ECHO, ABORTED_ECHO",
    "2, 1, ECHO, ABORTED_ECHO_BY_PROVIDER"
  })
  void anAbortMeansWhatItsSourceAndReasonSay(
      int source, int reason, CheckStage stage, Variant variant) {
    assertThat(aborted(source, reason, stage).variant()).isEqualTo(variant);
  }

  @Test
  void thePeersSoftwareThatEndsAnEchoIsNotToldAsAMissingRegistration() {
    assertThat(advice(aborted(2, 1, CheckStage.ECHO)))
        .noneMatch(step -> step.contains("register") || step.contains("Orthanc"));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 'source 2 (service-provider), reason 1 (unrecognized-PDU)'",
    "2, 3, 'source 2 (service-provider), reason 3, which PS3.8 reserves'",
    "2, 9, 'source 2 (service-provider), reason 9, which PS3.8 does not define'",
    "1, 0, 'source 1, which PS3.8 reserves'",
    "3, 0, 'source 3, which PS3.8 does not define'",
    "0, 0, source 0 (service-user)",
    "0, 2, 'source 0 (service-user), reason 2, which is not significant'"
  })
  void aNumberIsNamedOnce(int source, int reason, String text) {
    assertThat(aborted(source, reason, CheckStage.ASSOCIATE).facts())
        .containsEntry("abortText", text);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  void aUserIdentityIsThoughtOfWhereTheSoftwareRejectsAndNotTheApplication(
      int source, boolean thoughtOf) {
    Finding finding = Rejection.of(new AssociateRj(1, source, 1), Circumstances.PLAIN);

    assertThat(advice(finding).stream().anyMatch(step -> step.contains("user identity")))
        .isEqualTo(thoughtOf);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 4, 'reason 4, which PS3.8 reserves for source 1'",
    "1, 1, 11, 'reason 11, which PS3.8 does not define for source 1'",
    "1, 3, 7, 'reason 7, which PS3.8 reserves for source 3'",
    "1, 0, 1, 'source 0, which PS3.8 does not define'",
    "0, 0, 0, 'result 0, which PS3.8 does not define, and source 0, which PS3.8 does not define'"
  })
  void anUnknownRejectionIsToldByTheNumberThatHasNoMeaning(
      int result, int source, int reason, String words) {
    Finding finding = Rejection.of(new AssociateRj(result, source, reason), Circumstances.PLAIN);

    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .endsWith("(" + result + "/" + source + "/" + reason + ") with " + words);
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "2, ''", "3, ', with result 3, which PS3.8 does not define'"})
  void aResultWithoutMeaningIsNotTakenForOneThatHasOne(int result, String words) {
    Finding finding = Rejection.of(new AssociateRj(result, 1, 7), Circumstances.PLAIN);

    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .endsWith("as one of its AE titles" + words);
  }

  /** Who says that it is for good is not to be tried again, and who says that it is not, is. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 3, false",
    "2, 1, 3, true",
    "1, 1, 7, false",
    "2, 1, 7, true",
    "1, 1, 1, false",
    "2, 1, 1, true",
    "2, 1, 9, true",
    "1, 3, 2, false",
    "2, 3, 2, true"
  })
  void aRejectionIsToBeTriedAgainIfThePeerSaysSo(
      int result, int source, int reason, boolean again) {
    Finding finding = Rejection.of(new AssociateRj(result, source, reason), Circumstances.PLAIN);

    assertThat(
            advice(finding).stream()
                .anyMatch(step -> step.toLowerCase(Locale.ROOT).contains("again in a minute")))
        .isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({
    "0x0124, STATUS_NOT_AUTHORIZED",
    "0x0122, STATUS_NOT_SUPPORTED",
    "0x0211, STATUS_NOT_SUPPORTED",
    "0x0213, STATUS_SHORT_OF_RESOURCES",
    "0x0001, STATUS_OF_NO_FAILURE",
    "0xB000, STATUS_OF_NO_FAILURE",
    "0xFF00, STATUS_PENDING",
    "0xFF01, STATUS_PENDING",
    "0xFFFF, STATUS_UNKNOWN",
    "0x1234, STATUS_UNKNOWN",
    "0xFE00, STATUS_OF_NO_FAILURE",
    "0x0107, STATUS_OF_NO_FAILURE",
    "0x0116, STATUS_OF_NO_FAILURE",
    "0x0210, STATUS_DUPLICATE",
    "0x0212, STATUS_ON_REQUEST",
    "0x0115, STATUS_ON_REQUEST",
    "0x0111, STATUS_OF_OTHER_SERVICE",
    "0xA900, STATUS_OF_OTHER_SERVICE",
    "0xC001, STATUS_OF_OTHER_SERVICE",
    "0x0102, STATUS_UNKNOWN_FAILURE",
    "0x0214, STATUS_UNKNOWN_FAILURE",
    "0x0110,",
    "0xA700, STATUS_SHORT_OF_RESOURCES"
  })
  void aStatusMeansWhatItsNumberSays(int status, Variant variant) {
    assertThat(FailedStatus.of(new CEchoRsp(1, status, null, null)).variant()).isEqualTo(variant);
  }

  /** What is pending, or a warning, is no statement of the peer that it can't. */
  @Test
  void aStatusThatIsNoFailureIsNotToldAsTheWordOfAPeerThatCannot() {
    Finding finding = FailedStatus.of(new CEchoRsp(1, 0xFF00, null, null));

    assertThat(advice(finding)).noneMatch(step -> step.contains("can't"));
  }

  @ParameterizedTest
  @CsvSource({
    "02 00 B8 00 00 00, 'it would be 184', BYTE_ORDER",
    "03 00 04 00 00 00, 'it would be 4', BYTE_ORDER",
    "04 00 7F FF FF FF, '',",
    "48 54 54 50 2F 31 2E 31 20 34, 'looks like a web server (HTTP)', OTHER_PROTOCOL",
    "15 03 03 00 02 02 28, 'looks like TLS', OTHER_PROTOCOL",
    "03 00 00 13 0E D0 00 00 00, 'remote desktop (RDP)', OTHER_PROTOCOL",
    "00 00, '', NO_PDU",
    "47 61 72 62 61 67 65, '', TEXT",
    "D7 61 72 62 61 67 65, '', NO_PDU",
    "00 00 04 00 00 00 00 06 00 00 00 02 01 03, '', STRAY_BYTES",
    "04 04 00 00 00 00 06 00 00 00 02 01 03, '', STRAY_BYTES",
    "08 00 00 00 00 04, '', UNKNOWN_PDU_TYPE",
    "07 00 00 00 00 00, '', MALFORMED_ABORT"
  })
  void whatMakesAPduUnreadableIsNamedIfItShows(String hex, String words, Variant variant) {
    Finding finding = unreadable(hex, CheckStage.ECHO);

    assertThat(finding.cause()).isEqualTo(Cause.MALFORMED_PDU);
    assertThat(finding.variant()).isEqualTo(variant);
    assertThat(finding.detail())
        .matches(words.isEmpty() ? ".*\\(PS3\\.8\\)" : ".*" + Pattern.quote(words) + ".*");
  }

  /** What a rejection says counts more than how its length is written. */
  @Test
  void aRejectionWithItsLengthInTheWrongOrderIsToldAsOne() {
    assertThat(unreadable("03 00 04 00 00 00 00 01 01 07", CheckStage.ASSOCIATE).variant())
        .isEqualTo(Variant.MALFORMED_REJECTION);
    Finding acceptance = unreadable("02 00 B8 00 00 00", CheckStage.ASSOCIATE);
    assertThat(acceptance.facts())
        .containsEntry("held", "3087007744")
        .containsEntry("right", "184")
        .containsEntry("begun", "an A-ASSOCIATE-AC");
  }

  private static Finding unreadable(String hex, CheckStage stage) {
    return Diagnosis.of(
        new AssociationFailure.Unreadable(
            Octets.parseHex(hex), new MalformedPduException("PDU length", 2, "held x", "PS3.8")),
        stage,
        Circumstances.PLAIN);
  }

  /** A rejection of a wrong length is a rejection. */
  @ParameterizedTest
  @CsvSource({
    "03 00 00 00 00 08 00 01 01 07 00 00 00 00, A-ASSOCIATE-RJ that says 1/1/7, Check the spelling",
    "03 00 00 00 00 0A 00 01 01 03, A-ASSOCIATE-RJ that says 1/1/3, register us",
    "03 00 00 00 00 0A 00 02 03 02, A-ASSOCIATE-RJ that says 2/3/2, why the peer rejects",
    "03 00 00 00 00 00, A-ASSOCIATE-RJ (, why the peer rejects"
  })
  void aDamagedRejectionIsSaidToBeOne(String hex, String summary, String step) {
    Finding finding = unreadable(hex, CheckStage.ASSOCIATE);

    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .contains("the peer rejected the association", summary);
    assertThat(advice(finding)).first().asString().contains(step);
  }

  @ParameterizedTest
  @CsvSource({"ASSOCIATE, instead of an answer", "ECHO, instead of a response"})
  void aDamagedAbortIsSaidToBeOne(CheckStage stage, String when) {
    Finding finding = unreadable("07 00 00 00 00 08 00 00 02 06 00 00 00 00", stage);

    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .contains("the peer sent an A-ABORT " + when, "reason 6 (invalid-PDU-parameter value)");
  }

  /** Bytes of a proxy, after the peer had accepted, are not looked for at the peer's vendor. */
  @Test
  void whatIsOfAnotherProtocolIsOfSomethingInBetween() {
    Finding finding = unreadable("48 54 54 50 2F 31 2E 31 20 35 30 32", CheckStage.ECHO);
    Map<String, String> facts = facts(finding);

    assertThat(texts.move(finding.cause(), finding.variant(), facts)).isEqualTo(Move.NETWORK);
    assertThat(texts.advice(finding.cause(), finding.variant(), facts, false))
        .first()
        .asString()
        .contains("proxy, load balancer or firewall in between");
    facts.put(Condition.HERE.mark(), "");
    assertThat(texts.move(finding.cause(), finding.variant(), facts)).isEqualTo(Move.OURS_OR_PEER);
    assertThat(texts.advice(finding.cause(), finding.variant(), facts, false))
        .noneMatch(step -> step.contains("in between"));
  }

  @ParameterizedTest
  @CsvSource({
    "00 00 00 00 55 4C 04 00 38 00 00 00, Explicit VR",
    "00 00 00 00 00 00 00 04 00 00 00 38, Big Endian"
  })
  void aCommandSetInAnotherEncodingIsSaidToLookLikeIt(String hex, String words) {
    Finding finding =
        BrokenPdu.ofCommand(
            Octets.parseHex(hex), new MalformedCommandException("length", 4, "held x", "PS3.7"));

    assertThat(finding.variant()).isEqualTo(Variant.COMMAND_ENCODING);
    assertThat(finding.facts()).containsEntry("encoding", words);
    assertThat(finding.detail()).endsWith("; it looks encoded in " + words);
    assertThat(advice(finding)).first().asString().contains("always in Implicit VR");
    Finding other =
        BrokenPdu.ofCommand(
            Octets.parseHex("00 00 00 00 04 00 00 00"),
            new MalformedCommandException("length", 4, "held x", "PS3.7"));
    assertThat(advice(other)).noneMatch(step -> step.contains("Implicit VR"));
  }

  /** Whoever comes as a user may be refused for that. */
  @Test
  void aUserIsThoughtOfWhereThePeerRefusesUsAndOneWasSent() {
    for (Finding finding :
        List.of(
            FailedStatus.of(new CEchoRsp(1, 0x0124, null, null)), aborted(0, 0, CheckStage.ECHO))) {
      Map<String, String> facts = facts(finding);
      facts.put("userParts", "the name");
      facts.put("userIdentity", "user \"me\"");
      assertThat(texts.advice(finding.cause(), finding.variant(), facts, false))
          .noneMatch(step -> step.contains("user"));
      facts.put(Condition.AUTHENTICATES.mark(), "");
      assertThat(texts.advice(finding.cause(), finding.variant(), facts, false))
          .anyMatch(step -> step.startsWith("Check the name of the user identity (user \"me\")"));
    }
  }

  /** A peer that sends a byte too many is a DICOM peer all the same. */
  @Test
  void strayBytesBeforeAPduAreCounted() {
    Finding finding = unreadable("00 03 00 00 00 00 04 00 01 01 07", CheckStage.ASSOCIATE);

    assertThat(finding.variant()).isEqualTo(Variant.STRAY_BYTES);
    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .contains("1 byte too many came before an A-ASSOCIATE-RJ");
    assertThat(unreadable("00 03 00 00 00 00 05 00 01 01 07", CheckStage.ASSOCIATE).cause())
        .isEqualTo(Cause.NOT_DICOM);
  }

  /** What began says what it would have been. */
  @ParameterizedTest
  @CsvSource({
    "ASSOCIATE, 02 00 00 00 00 B8, CLOSED_DURING_REPLY, ASSOCIATE_PARTIAL",
    "ASSOCIATE, 03 00 00 00 00 04, CLOSED_DURING_REFUSAL, ASSOCIATE_REFUSAL_BEGUN",
    "ASSOCIATE, 07 00, CLOSED_DURING_REFUSAL, ASSOCIATE_REFUSAL_BEGUN",
    "ASSOCIATE, 04 00 00, CLOSED_DURING_NO_REPLY, ASSOCIATE_OTHER_BEGUN",
    "ASSOCIATE, 06 00 00, CLOSED_DURING_NO_REPLY, ASSOCIATE_OTHER_BEGUN",
    "ECHO, 04 00 00, CLOSED_DURING_RESPONSE, ECHO_PARTIAL",
    "ECHO, 07 00, CLOSED_DURING_LEAVING, ECHO_LEAVING_BEGUN",
    "ECHO, 05, CLOSED_DURING_LEAVING, ECHO_LEAVING_BEGUN",
    "ECHO, 02 00 00, CLOSED_DURING_OTHER_PDU, ECHO_OTHER_BEGUN",
    "ECHO, FF, CLOSED_DURING_OTHER_PDU, ECHO_OTHER_BEGUN",
    "ECHO, 48 54, CLOSED_DURING_OTHER_PDU, ECHO_OTHER_BEGUN"
  })
  void whatBeganIsToldByWhatItIs(CheckStage stage, String hex, Variant closed, Variant late) {
    Octets partial = Octets.parseHex(hex);

    assertThat(
            Diagnosis.of(new AssociationFailure.Closed(partial), stage, Circumstances.PLAIN)
                .variant())
        .isEqualTo(closed);
    assertThat(
            Diagnosis.of(
                    new AssociationFailure.DeadlinePassed(partial),
                    stage,
                    Circumstances.PLAIN.endedAfter(Duration.ofSeconds(9)))
                .variant())
        .isEqualTo(late);
  }

  @ParameterizedTest
  @CsvSource({
    "03, '1 byte (03, as an A-ASSOCIATE-RJ begins)'",
    "FF, '1 byte (FF, which begins no PDU)'",
    "03 00 00 00 00 04 00, 7 of 10 bytes of an A-ASSOCIATE-RJ"
  })
  void whatCameIsCounted(String hex, String words) {
    assertThat(ClaimedLength.share(Octets.parseHex(hex))).isEqualTo(words);
  }

  /** Only what a request has that is ours is our own request. */
  @Test
  void aRequestOfSomebodyElseIsNotToldAsOurOwn() {
    AssociateRq own = request(Implementation.CLASS_UID);
    AssociateRq other = request("1.2.3");

    assertThat(unexpected(own, CheckStage.ASSOCIATE).variant()).isEqualTo(Variant.OWN_REQUEST);
    Finding finding = unexpected(other, CheckStage.ASSOCIATE);
    assertThat(finding.variant()).isEqualTo(Variant.REQUEST);
    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .contains("it calls \"ECHOLOT\" as \"CT1\"");
  }

  private static AssociateRq request(String classUid) {
    return new AssociateRq(
        1,
        title("ECHOLOT"),
        title("CT1"),
        AssociateRq.NO_RESERVED,
        "1.2.840.10008.3.1.1.1",
        List.of(),
        new UserInformation(List.of(new UserItem.ImplementationClassUid(classUid))),
        List.of());
  }

  private static AeTitleField title(String text) {
    return new AeTitleField(Octets.of("%-16s".formatted(text).getBytes(StandardCharsets.US_ASCII)));
  }

  private static Finding unexpected(Pdu pdu, CheckStage stage) {
    return Diagnosis.of(
        new AssociationFailure.Unexpected(pdu, AssociationState.STA5), stage, Circumstances.PLAIN);
  }

  @Test
  void aRejectionAfterTheAcceptanceIsToldWithItsReason() {
    Finding finding = unexpected(new AssociateRj(1, 1, 3), CheckStage.ECHO);

    assertThat(texts.summary(finding.cause(), finding.variant(), facts(finding)))
        .contains("(1/1/3, calling-AE-title-not-recognized) after it had accepted it");
  }

  /** What ends a release that is not its confirmation, and that ours and the peer's crossed. */
  @Test
  void whatEndedTheReleaseIsNamed() {
    Duration took = Duration.ofSeconds(2);
    assertThat(
            ReleaseFault.of(new AssociationFailure.DeadlinePassed(Octets.EMPTY), took, true).text())
        .isEqualTo(
            "the peer requested the release itself while we did, and then did not confirm our"
                + " release in 2.0 s");
    assertThat(
            ReleaseFault.of(
                    new AssociationFailure.Unexpected(
                        new AssociateRj(1, 1, 1), AssociationState.STA7),
                    took,
                    false)
                .text())
        .isEqualTo("the peer sent an A-ASSOCIATE-RJ instead of confirming our release");
    assertThat(
            ReleaseFault.of(
                    new AssociationFailure.Unreadable(
                        Octets.parseHex("48 54 54 50 2F 31 2E 31"),
                        new MalformedPduException("PDU type", 0, "held 48H", "PS3.8")),
                    took,
                    false)
                .text())
        .contains("it looks like a web server (HTTP)");
    assertThat(
            ReleaseFault.of(
                    new AssociationFailure.Closed(Octets.parseHex("06 00 00 00")), took, false)
                .text())
        .contains("before its confirmation of our release was complete", "of an A-RELEASE-RP");
    assertThat(ReleaseFault.of(new AssociationFailure.Aborted(new Abort(2, 9)), took, false).text())
        .contains("reason 9, which PS3.8 does not define");
  }

  @Test
  void aReleaseThatFailsIsSaidToChangeNothing() {
    ReleaseFault late =
        ReleaseFault.of(
            new AssociationFailure.DeadlinePassed(Octets.EMPTY), Duration.ofSeconds(2), false);

    assertThat(late.sentence())
        .isEqualTo(
            "The peer did not confirm our release in 2.0 s."
                + " This does not change the result of the check.");
  }

  /** The second byte of a PDU is 0: what has another one there, and makes no PDU, is none. */
  @ParameterizedTest
  @CsvSource({
    "05FF, NOT_DICOM",
    "0500, CLOSED_BEFORE_REPLY",
    "04010025, NOT_DICOM",
    "05, NOT_DICOM",
    "06, NOT_DICOM",
    "02, CLOSED_BEFORE_REPLY",
    "07, CLOSED_BEFORE_REPLY"
  })
  void bytesThatAreNoBeginningOfAPduAreNotToldAsOne(String hex, Cause cause) {
    Octets bytes = Octets.of(HexFormat.of().parseHex(hex));

    assertThat(
            Diagnosis.of(
                    new AssociationFailure.Closed(bytes), CheckStage.ASSOCIATE, Circumstances.PLAIN)
                .cause())
        .isEqualTo(cause);
  }

  /** One of several dead addresses is not the one whose firewall is to be asked. */
  @Test
  void ofSeveralAddressesNoneIsAskedForAlone() {
    Map<String, String> facts = new HashMap<>(Map.of("count", "2", "host", "pacs", "port", "104"));
    facts.put("source", "10.77.1.10");

    assertThat(texts.advice(Cause.CONNECT_TIMEOUT, Variant.NO_ADDRESS_ANSWERS, facts, false))
        .element(1)
        .asString()
        .contains("from 10.77.1.10 to these addresses, TCP port 104");
  }
}
