package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.echolot.dicom.pdu.PduFixtures.ascii;
import static org.echolot.dicom.pdu.PduFixtures.title;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DCMTK and Orthanc really send, read and written again. */
class RecordedPeersTest {

  private static final UserInformation DCMTK =
      new UserInformation(
          List.of(
              new UserItem.MaxPduLength(16_384),
              new UserItem.ImplementationClassUid("1.2.276.0.7230010.3.0.3.6.7"),
              new UserItem.ImplementationVersionName("OFFIS_DCMTK_367")));

  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  private static final Pdu ECHO_RQ =
      new PDataTf(List.of(Pdv.command(1, true, new CEchoRq(1).toCommandSet().encode())));

  private static final Pdu ECHO_RSP =
      new PDataTf(
          List.of(
              Pdv.command(1, true, CEchoRsp.successTo(new CEchoRq(1)).toCommandSet().encode())));

  @ParameterizedTest
  @ValueSource(strings = {"storescp", "orthanc"})
  void aWholeEchoIsReadPduByPdu(String peer) throws Exception {
    String called = peer.toUpperCase(Locale.ROOT);
    assertThat(decoded("echoscu-" + peer))
        .containsExactly(
            verificationRq(called, "ECHOSCU"),
            verificationAc(called, "ECHOSCU"),
            ECHO_RQ,
            ECHO_RSP,
            new ReleaseRq(),
            new ReleaseRp());
  }

  @Test
  void threeContextsWithFourSyntaxesAreReadAndTheFirstSyntaxIsTaken() throws Exception {
    List<Pdu> pdus = decoded("echoscu-orthanc-propose-3-contexts");
    AssociateRq rq = (AssociateRq) pdus.get(0);
    AssociateAc ac = (AssociateAc) pdus.get(1);
    List<String> syntaxes =
        List.of(
            Uids.IMPLICIT_VR_LITTLE_ENDIAN,
            Uids.EXPLICIT_VR_LITTLE_ENDIAN,
            Uids.EXPLICIT_VR_BIG_ENDIAN,
            "1.2.840.10008.1.2.4.50");
    assertThat(rq.presentationContexts())
        .containsExactly(
            new PresentationContextRq(1, Uids.VERIFICATION, syntaxes),
            new PresentationContextRq(3, Uids.VERIFICATION, syntaxes),
            new PresentationContextRq(5, Uids.VERIFICATION, syntaxes));
    assertThat(ac.presentationContexts())
        .extracting(PresentationContextAc::id, PresentationContextAc::result)
        .containsExactly(tuple(1, 0), tuple(3, 0), tuple(5, 0));
  }

  @Test
  void rejectionsOfOrthancAndStorescpAreRead() throws Exception {
    assertThat(decoded("echoscu-orthanc-wrong-called-ae"))
        .containsExactly(verificationRq("ORTHANX", "ECHOSCU"), new AssociateRj(1, 1, 7));
    assertThat(decoded("echoscu-storescp-refuse"))
        .containsExactly(verificationRq("ANY-SCP", "ECHOSCU"), new AssociateRj(1, 1, 1));
  }

  @Test
  void orthancAcceptsACallerThatItDoesNotKnowAndAbortsItsEcho() throws Exception {
    assertThat(decoded("echoscu-orthanc-unknown-calling-ae"))
        .containsExactly(
            verificationRq("ORTHANC", "WHO"),
            verificationAc("ORTHANC", "WHO"),
            ECHO_RQ,
            Abort.byServiceUser());
  }

  @Test
  void theAbortOfEchoscuIsRead() throws Exception {
    assertThat(decoded("echoscu-abort")).last().isEqualTo(Abort.byServiceUser());
  }

  @Test
  void theUserIdentityOfStorescuIsRead() throws Exception {
    List<UserItem> items = new ArrayList<>(DCMTK.items());
    items.add(new UserItem.UserIdentityRq(2, true, ascii("someone"), ascii("sesame")));
    assertThat(decoded("storescu-user-identity"))
        .first()
        .isEqualTo(
            new AssociateRq(
                1,
                title("STORESCP"),
                title("STORESCU"),
                AssociateRq.NO_RESERVED,
                Uids.APPLICATION_CONTEXT,
                List.of(
                    new PresentationContextRq(
                        1, SECONDARY_CAPTURE, List.of(Uids.EXPLICIT_VR_LITTLE_ENDIAN)),
                    new PresentationContextRq(
                        3,
                        SECONDARY_CAPTURE,
                        List.of(Uids.EXPLICIT_VR_BIG_ENDIAN, Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
                new UserInformation(items),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echoscu-abort",
        "echoscu-orthanc",
        "echoscu-orthanc-propose-3-contexts",
        "echoscu-orthanc-unknown-calling-ae",
        "echoscu-orthanc-wrong-called-ae",
        "echoscu-storescp",
        "echoscu-storescp-refuse",
        "storescu-user-identity"
      })
  void realPdusKeepToTheStandardAndAreWrittenAgainAsTheyCame(String recording) throws Exception {
    for (Octets bytes : recorded(recording)) {
      PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
      assertThat(decoded.deviations()).isEmpty();
      assertThat(PduEncoder.encode(decoded.pdu()).toHex())
          .isEqualTo(withoutDcmtksReservedByte(bytes).toHex());
    }
  }

  @Test
  void realCommandSetsAreWrittenAgainAsTheyCame() throws Exception {
    for (Octets bytes : recorded("echoscu-orthanc")) {
      if (PduDecoder.decode(bytes).pdu() instanceof PDataTf(List<Pdv> pdvs)) {
        CommandSet.Decoded decoded = CommandSet.decode(pdvs.getFirst().data());
        assertThat(decoded.deviations()).isEmpty();
        assertThat(decoded.commandSet().encode()).isEqualTo(pdvs.getFirst().data());
      }
    }
  }

  private static AssociateRq verificationRq(String called, String calling) {
    return new AssociateRq(
        1,
        title(called),
        title(calling),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextRq(
                1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        DCMTK,
        List.of());
  }

  private static AssociateAc verificationAc(String called, String calling) {
    return new AssociateAc(
        1,
        title(called),
        title(calling),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(new PresentationContextAc(1, 0, Uids.IMPLICIT_VR_LITTLE_ENDIAN)),
        DCMTK,
        List.of());
  }

  private static List<Pdu> decoded(String recording) throws Exception {
    List<Pdu> pdus = new ArrayList<>();
    for (Octets bytes : recorded(recording)) {
      pdus.add(PduDecoder.decode(bytes).pdu());
    }
    return pdus;
  }

  private static List<Octets> recorded(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RecordedPeersTest.class.getResourceAsStream("recorded/" + name + ".txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^[<>]$", -1))
          .skip(1) // what stands before the first PDU is said to people
          .map(Hex::parse)
          .toList();
    }
  }

  /** DCMTK sends FFH in a reserved byte of a proposal (PS3.8 9.3.2.2), where we send 00H. */
  private static Octets withoutDcmtksReservedByte(Octets pdu) {
    Pattern proposal = Pattern.compile("(20 00 00 .. .. 00) FF (00 30 00)");
    return Octets.parseHex(proposal.matcher(pdu.toHex()).replaceAll("$1 00 $2"));
  }
}
