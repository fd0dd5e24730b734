package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.Registration;
import org.echolot.handout.RegistrationForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real servers, started with the pieces of configuration that we hand out, take our calls. */
class RegistrationAcceptedTest {

  private final Caller caller = new Caller();

  @ParameterizedTest
  @EnumSource(names = {"ORTHANC", "ORTHANC_OBJECT"})
  void orthancThatRejectedUsTakesUsWithThePieceThatTheRejectionLedTo(RegistrationForm form) {
    CheckResult rejected;
    try (RealPeer orthanc = strict("{}").start()) {
      rejected = caller.check(orthanc.port(), OrthancServer.AE);
      assertThat(rejected.cause()).as(orthanc::log).isEqualTo(Cause.REJECTED_CALLING_AE);
    }
    Registration us = Registration.of(rejected.request(), rejected, 11_112, "");
    assertThat(form.notes(us)).noneMatch(note -> note.contains("not known yet"));

    try (RealPeer orthanc = strict(modalities(form.text(us))).start()) {
      assertThat(caller.check(orthanc.port(), OrthancServer.AE).isSuccess())
          .as(orthanc::log)
          .isTrue();
      assertThat(caller.check(orthanc.port(), OrthancServer.AE, "SOMEBODY").cause())
          .as(orthanc::log)
          .isEqualTo(Cause.REJECTED_CALLING_AE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ORTHANC", "ORTHANC_OBJECT"})
  void orthancLooksAtTheAddressThatThePieceNames(RegistrationForm form) {
    Registration elsewhere = us("ECHOLOT", "10.9.9.9", "");

    try (RealPeer orthanc = strict(modalities(form.text(elsewhere))).start()) {
      assertThat(caller.check(orthanc.port(), OrthancServer.AE).cause())
          .as(orthanc::log)
          .isEqualTo(Cause.REJECTED_CALLING_AE);
      assertThat(orthanc.log()).contains("10.9.9.9 was expected");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECHO \"1\"", "A, B)", "1/2 {x}: [y]"})
  void orthancTakesAnyTitleThatMayBeSent(String title) {
    Registration us = us(title, "127.0.0.1", "");

    try (RealPeer orthanc = strict(modalities(RegistrationForm.ORTHANC.text(us))).start()) {
      assertThat(caller.check(orthanc.port(), OrthancServer.AE, title).isSuccess())
          .as(orthanc::log)
          .isTrue();
    }
  }

  @Test
  void dcmqrscpTakesUsWithThePieceAndRefusesOthers() {
    Registration us = us("ECHOLOT", "127.0.0.1", "localhost");
    String piece = RegistrationForm.DCMQRSCP.text(us);

    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscpWith(piece, "echolot")) {
      assertThat(caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE).isSuccess())
          .as(dcmqrscp::log)
          .isTrue();
      assertThat(caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE, "SOMEBODY").cause())
          .as(dcmqrscp::log)
          .isEqualTo(Cause.REJECTED_CALLED_AE);
    }
  }

  /** What the note warns of. */
  @Test
  void dcmqrscpThatLooksUpNamesRefusesUsWhereOnlyOurAddressIsRegisteredAndLogsTheName() {
    String piece = RegistrationForm.DCMQRSCP.text(us("ECHOLOT", "127.0.0.1", ""));

    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscpWith(piece, "echolot")) {
      assertThat(caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE).cause())
          .as(dcmqrscp::log)
          .isEqualTo(Cause.REJECTED_CALLED_AE);
      assertThat(dcmqrscp.log()).contains("Association Received (localhost:ECHOLOT -> ");
    }
  }

  private static Registration us(String title, String address, String hostName) {
    return new Registration(new AeTitle(title), address, hostName, 11_112, null, null);
  }

  /** Takes nobody that it does not know, title and address. */
  private static OrthancServer strict(String modalities) {
    return OrthancServer.plain()
        .allowingNothing()
        .with("DicomCheckModalityHost", "true")
        .with("DicomModalities", modalities);
  }

  /** The value of the piece, whose key the test's server writes itself. */
  private static String modalities(String piece) {
    String key = "\"DicomModalities\" : ";
    assertThat(piece).startsWith(key);
    return piece.substring(key.length());
  }
}
