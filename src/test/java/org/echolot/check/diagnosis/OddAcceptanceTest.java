package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.dicom.pdu.Uids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A warning about the acceptance is not forgotten in the advice. */
class OddAcceptanceTest {

  private static final List<String> ADVICE = List.of("One.", "Two.");

  private static Negotiated accepted(String transferSyntax, long maxPduLength) {
    return new Negotiated("1.2.3", "PACS_1", maxPduLength, transferSyntax, 0);
  }

  private static List<String> advice(CheckStage stage, Negotiated negotiated) {
    return OddAcceptance.addedTo(
        ADVICE, stage, negotiated, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN));
  }

  @Test
  void aTransferSyntaxThatWeDidNotProposeIsTheFirstThingToAskAbout() {
    assertThat(advice(CheckStage.ECHO, accepted("1.2.840.10008.1.2.1", 16_384)))
        .hasSize(3)
        .endsWith("One.", "Two.")
        .first()
        .asString()
        .contains("vendor", "Explicit VR Little Endian", "did not propose");
  }

  @ParameterizedTest
  @CsvSource({"4, no C-ECHO fits into that", "20, in pieces"})
  void aMaximumLengthThatHoldsNoEchoIsNamed(long length, String words) {
    assertThat(advice(CheckStage.ECHO, accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, length)).getFirst())
        .contains(length + " bytes", words);
  }

  @Test
  void anAcceptanceAsItShouldBeAddsNothing() {
    Negotiated fine = accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, 16_384);

    assertThat(advice(CheckStage.ECHO, fine)).isEqualTo(ADVICE);
    assertThat(advice(CheckStage.ASSOCIATE, accepted("1.2.840.10008.1.2.1", 4))).isEqualTo(ADVICE);
    assertThat(OddAcceptance.adviceOnSuccess(fine)).isEmpty();
    assertThat(OddAcceptance.adviceOnSuccess(null)).isEmpty();
  }

  /** Somebody has to do something, though the echo succeeded. */
  @Test
  void aPeerThatTakesNoImagesIsSomebodysMove() {
    assertThat(OddAcceptance.adviceOnSuccess(accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, 4)))
        .singleElement()
        .asString()
        .contains("4 bytes", "images cannot be sent");
  }
}
