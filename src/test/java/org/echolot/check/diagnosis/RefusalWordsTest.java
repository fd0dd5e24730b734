package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
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

  /** Some aborts are of software that does not say why, others of one that can't read us. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, ASSOCIATE, ABORTED_BY_USER",
    "2, 0, ASSOCIATE, ABORTED_BY_PROVIDER",
    "2, 1, ASSOCIATE, ABORTED_BY_PROVIDER_ON_REQUEST",
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
    "2, 1, 'source 2 service-provider, reason 1 unrecognized-PDU'",
    "2, 9, 'source 2 service-provider, reserved reason 9'",
    "1, 0, 'reserved source 1, reason 0 no reason is carried'",
    "0, 2, 'source 0 service-user, reason 2, not significant'"
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
  @CsvSource({"1, 1, 4", "1, 0, 0", "1, 3, 7"})
  void anUnknownRejectionIsNamedByItsNumbersOnce(int result, int source, int reason) {
    Finding finding = Rejection.of(new AssociateRj(result, source, reason), Circumstances.PLAIN);

    assertThat(advice(finding).getFirst())
        .endsWith(": " + result + "/" + source + "/" + reason + " (result, source, reason).");
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
    "0x0110,",
    "0xA700,"
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
    "02 00 B8 00 00 00, 'it would be 184'",
    "03 00 04 00 00 00, 'it would be 4'",
    "04 00 7F FF FF FF, ''",
    "48 54 54 50 2F 31 2E 31 20 34, 'looks like a web server (HTTP)'"
  })
  void whatMakesAPduUnreadableIsNamedIfItShows(String hex, String words) {
    MalformedPduException fault = new MalformedPduException("PDU length", 2, "held x", "PS3.8");
    Finding finding =
        Diagnosis.of(
            new AssociationFailure.Unreadable(Octets.parseHex(hex), fault),
            CheckStage.ECHO,
            Circumstances.PLAIN);

    assertThat(finding.cause()).isEqualTo(Cause.MALFORMED_PDU);
    assertThat(finding.detail()).endsWith(words.isEmpty() ? "(PS3.8)" : words);
  }

  @Test
  void aReleaseThatFailsIsSaidToChangeNothing() {
    ReleaseFault late =
        ReleaseFault.of(new AssociationFailure.DeadlinePassed(Octets.EMPTY), Duration.ofSeconds(2));

    assertThat(late.sentence())
        .isEqualTo(
            "The peer did not confirm the release in 2.0 s."
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
