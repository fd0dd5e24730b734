package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for callers who are no DICOM, or odd DICOM. */
class CallerWordsTest {

  private static void awaitTold(TestListener listener, String part) {
    await().untilAsserted(() -> assertThat(listener.told()).anyMatch(l -> l.contains(part)));
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1\r\nHost: a\r\n\r\n', a web request (HTTP)",
    "'\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001', a TLS handshake (ClientHello)",
    "'\u000BMSH|^~', HL7 (MLLP)",
    "'PROXY TCP4 192.0.2.1 192.0.2.2 1 104\r\n', a PROXY protocol header",
    "'\r\n\r\n\0\r\nQUIT\n!', a PROXY protocol header",
    "'SSH-2.0-x', an SSH client",
    "'\u0003\u0000\u0000\u0013\u000E\u00E0\u0000\u0000\u0000', a Windows remote desktop (RDP)"
        + " client"
  })
  void whatIsNoDicomIsNamed(String sends, String name) throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.send(sends.getBytes(StandardCharsets.ISO_8859_1));
      caller.finish();
      awaitTold(listener, "what came is no DICOM but " + name);
    }
  }

  private static AssociateRq requestFrom(String callingAe) {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle(AE).toField(),
        new AeTitleField(Octets.of(callingAe.getBytes(StandardCharsets.ISO_8859_1))),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(RawCaller.verification(1)),
        UserInformation.NONE,
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'                ', '\"                \"'",
    "'M\u00DCNCHEN         ', '\"M\u00DCNCHEN\"'",
    "'PLAIN           ', 'PLAIN'",
    "'  INNER BLANK   ', 'INNER BLANK'"
  })
  void anAeTitleThatIsNoneIsShownAsItCameInQuotes(String field, String shown) throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.send(requestFrom(field)).receive();
      awaitTold(listener, "Association requested: " + shown + " → ECHOLOT");
    }
  }

  @Test
  void noCharacterOfAnAeTitleIsLost() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller.send(requestFrom("NUL\0" + "TAB\t" + "        ")).receive();
      await()
          .untilAsserted(
              () ->
                  assertThat(listener.told())
                      .anyMatch(l -> l.matches(".*requested: \"NUL.+TAB.+\" → ECHOLOT")));
    }
  }

  @Test
  void anAssociationWithoutAContextIsNotToldAsAccepted() throws IOException {
    try (TestListener listener = TestListener.start();
        RawCaller caller = new RawCaller(listener.address())) {
      caller
          .send(
              RawCaller.request(
                  AE,
                  new PresentationContextRq(
                      1, "1.2.840.10008.5.1.4.1.1.7", List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))))
          .receive();
      awaitTold(listener, "accepts no presentation context, of 1 proposed");
      assertThat(listener.told()).noneMatch(line -> line.contains("Association accepted"));
    }
  }
}
