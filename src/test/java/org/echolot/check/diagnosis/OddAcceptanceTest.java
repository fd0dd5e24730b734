package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A warning about the acceptance is not forgotten in the advice. */
class OddAcceptanceTest {

  private static final List<String> ADVICE = List.of("One.", "Two.");

  private static Negotiated accepted(String transferSyntax, long maxPduLength) {
    return new Negotiated("1.2.3", "PACS_1", maxPduLength, transferSyntax, 0);
  }

  private static List<String> advice(CheckStage stage, Negotiated negotiated) {
    return OddAcceptance.addedTo(
        ADVICE, stage, false, negotiated, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN));
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
  @CsvSource({"4, in PDUs of 8 bytes", "7, in PDUs of 8 bytes", "8, in pieces", "20, in pieces"})
  void aMaximumLengthThatHoldsNoEchoIsNamed(long length, String words) {
    assertThat(advice(CheckStage.ECHO, accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, length)).getFirst())
        .contains(length + " bytes", words);
  }

  @Test
  void titlesThatAreSwappedInTheAcceptanceAreTold() {
    AeTitle us = new AeTitle("WS1");
    AeTitle them = new AeTitle("PACS");

    assertThat(OddAcceptance.swappedTitles(us, them, acceptance(us, them)))
        .hasValueSatisfying(text -> assertThat(text).contains("swapped: called \"WS1\""));
    assertThat(OddAcceptance.swappedTitles(us, them, acceptance(them, us))).isEmpty();
    assertThat(OddAcceptance.swappedTitles(us, us, acceptance(us, us))).isEmpty();
  }

  private static AssociateAc acceptance(AeTitle called, AeTitle calling) {
    return new AssociateAc(
        1,
        called.toField(),
        calling.toField(),
        Octets.of(new byte[32]),
        Uids.APPLICATION_CONTEXT,
        List.of(),
        new UserInformation(List.of()),
        List.of());
  }

  @Test
  void anAcceptanceAsItShouldBeAddsNothing() {
    Negotiated fine = accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, 16_384);

    assertThat(advice(CheckStage.ECHO, fine)).isEqualTo(ADVICE);
    assertThat(advice(CheckStage.ASSOCIATE, accepted("1.2.840.10008.1.2.1", 4))).isEqualTo(ADVICE);
    assertThat(OddAcceptance.tooSmall(fine)).isEmpty();
  }

  /** Who answers the C-ECHO has read it. */
  @Test
  void aPeerThatAnsweredIsNotSaidFirstToBeUnableTo() {
    assertThat(
            OddAcceptance.addedTo(
                ADVICE,
                CheckStage.ECHO,
                true,
                accepted("1.2.840.10008.1.2.1", 16_384),
                List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN)))
        .hasSize(3)
        .startsWith("One.", "Two.");
  }

  /**
   * Somebody has to do something, though the echo succeeded: others send nothing to such a peer.
   */
  @ParameterizedTest
  @ValueSource(longs = {4, 8, 12})
  void aPeerThatTakesNoImagesIsSomebodysMove(long length) {
    OddAcceptance.TooSmall found =
        OddAcceptance.tooSmall(accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, length)).orElseThrow();

    assertThat(found.text()).contains(length + " bytes", length < 8 ? "PDUs of our" : "DCMTK");
    assertThat(found.step().move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(found.step().text()).contains(length + " bytes", "may send no images");
    assertThat(OddAcceptance.tooSmall(accepted(Uids.IMPLICIT_VR_LITTLE_ENDIAN, 13))).isEmpty();
  }
}
