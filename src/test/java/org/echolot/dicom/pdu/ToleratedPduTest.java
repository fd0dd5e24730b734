package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.echolot.dicom.pdu.Wire.ac;
import static org.echolot.dicom.pdu.Wire.applicationContext;
import static org.echolot.dicom.pdu.Wire.ascii;
import static org.echolot.dicom.pdu.Wire.hex;
import static org.echolot.dicom.pdu.Wire.item;
import static org.echolot.dicom.pdu.Wire.join;
import static org.echolot.dicom.pdu.Wire.pdu;
import static org.echolot.dicom.pdu.Wire.rq;
import static org.echolot.dicom.pdu.Wire.usualUserItems;
import static org.echolot.dicom.pdu.Wire.zeros;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd and can be read all the same: that it is read, and what is said of it. */
class ToleratedPduTest {

  private static final Octets VERIFICATION = item(0x30, ascii(Uids.VERIFICATION));
  private static final Octets IMPLICIT = item(0x40, ascii(Uids.IMPLICIT_VR_LITTLE_ENDIAN));
  private static final Octets USER_INFORMATION = item(0x50, usualUserItems());

  /** The deviations of a bare RQ or AC. */
  private static final Tuple[] ALL_MISSING = {
    tuple("Application context item", 74, "is missing"),
    tuple("User information item", 74, "is missing"),
  };

  @Test
  void noItemsAtAllAreReadAndMissed() throws Exception {
    for (Octets bytes : List.of(rq(), ac())) {
      assertDeviations(bytes, ALL_MISSING);
    }
  }

  @Test
  void emptyItemsAreReadAsNone() throws Exception {
    PduDecoder.Decoded decoded = PduDecoder.decode(ac(item(0x10), item(0x50)));
    AssociateAc ac = (AssociateAc) decoded.pdu();
    assertThat(ac.applicationContext()).isEmpty();
    assertThat(ac.userInformation()).isEqualTo(UserInformation.NONE);
    assertThat(decoded.deviations())
        .extracting(Deviation::field)
        .containsExactly(
            "Application context name",
            "Maximum length sub-item",
            "Implementation class UID sub-item");
  }

  @Test
  void theRequiredSubItemsOfUserInformationAreMissed() throws Exception {
    assertDeviations(
        ac(applicationContext(), item(0x50, item(0x55, ascii("X")))),
        tuple("Maximum length sub-item", 108, "is missing"),
        tuple("Implementation class UID sub-item", 108, "is missing"));
  }

  @Test
  void anotherApplicationContextIsNamedWhereItStands() throws Exception {
    assertDeviations(
        ac(USER_INFORMATION, item(0x10, ascii("1.2.3"))),
        tuple("Application context name", 99, "is \"1.2.3\", not " + Uids.APPLICATION_CONTEXT));
  }

  @Test
  void aLongApplicationContextIsNotRepeatedInFull() throws Exception {
    PduDecoder.Decoded decoded =
        PduDecoder.decode(ac(item(0x10, Wire.filled(60_000, ascii("9"))), USER_INFORMATION));
    assertThat(decoded.deviations().getFirst().description()).hasSizeLessThan(200);
  }

  @Test
  void unrecognizedItemsAreKeptAtEachLevelAndAreNoDeviation() throws Exception {
    Octets odd = item(0xF0, hex("01 02"));
    UnrecognizedItem kept = new UnrecognizedItem(0xF0, hex("01 02"));
    PduDecoder.Decoded rq =
        PduDecoder.decode(
            rq(
                odd,
                applicationContext(),
                item(0x20, hex("01 00 00 00"), odd, VERIFICATION, IMPLICIT),
                item(0x50, odd, usualUserItems())));
    assertThat(rq.deviations()).isEmpty();
    AssociateRq request = (AssociateRq) rq.pdu();
    assertThat(request.unrecognizedItems()).containsExactly(kept);
    assertThat(request.presentationContexts().getFirst().unrecognizedItems()).containsExactly(kept);
    assertThat(request.userInformation().items()).first().isEqualTo(kept);

    PduDecoder.Decoded ac =
        PduDecoder.decode(
            ac(
                applicationContext(),
                item(0x21, hex("01 00 00 00"), odd, IMPLICIT),
                USER_INFORMATION,
                odd));
    assertThat(ac.deviations()).isEmpty();
    AssociateAc answer = (AssociateAc) ac.pdu();
    assertThat(answer.unrecognizedItems()).containsExactly(kept);
    assertThat(answer.presentationContexts().getFirst().unrecognizedItems()).containsExactly(kept);
    assertThat(answer.presentationContexts().getFirst().transferSyntax())
        .isEqualTo(Uids.IMPLICIT_VR_LITTLE_ENDIAN);
  }

  @Test
  void aContextItemOfTheOtherPduIsUnrecognized() throws Exception {
    Octets answer = item(0x21, hex("01 00 00 00"));
    Octets proposal = item(0x20, hex("01 00 00 00"));
    assertThat(((AssociateRq) PduDecoder.decode(rq(answer)).pdu()).unrecognizedItems())
        .containsExactly(new UnrecognizedItem(0x21, hex("01 00 00 00")));
    assertThat(((AssociateAc) PduDecoder.decode(ac(proposal)).pdu()).unrecognizedItems())
        .containsExactly(new UnrecognizedItem(0x20, hex("01 00 00 00")));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 6, 7, 0xFFFF_FFFFL})
  void anyMaximumLengthIsKept(long length) throws Exception {
    Octets maximum = Hex.withNumber(item(0x51, zeros(4)), 4, 4, length);
    PduDecoder.Decoded decoded =
        PduDecoder.decode(ac(applicationContext(), item(0x50, maximum, item(0x52, ascii("1.2")))));
    assertThat(((AssociateAc) decoded.pdu()).userInformation().maxPduLength()).contains(length);
    assertThat(decoded.deviations()).isEmpty();
  }

  @Test
  void reservedBytesAreNotTested() throws Exception {
    Octets usual =
        ac(applicationContext(), item(0x21, hex("01 00 00 00"), IMPLICIT), USER_INFORMATION);
    byte[] odd = usual.toByteArray();
    // PDU, behind the version, 10H, 21H with its own two, 40H, 50H, 51H, 52H.
    for (int reserved : new int[] {1, 8, 9, 75, 100, 104, 106, 108, 129, 133, 141}) {
      assertThat(odd[reserved]).as("byte " + reserved).isZero();
      odd[reserved] = (byte) 0xFF;
    }
    PduDecoder.Decoded decoded = PduDecoder.decode(Octets.of(odd));
    assertThat(decoded.pdu()).isEqualTo(PduDecoder.decode(usual).pdu());
    assertThat(decoded.deviations()).isEmpty();
  }

  @Test
  void reservedBytesOfTheShortPdusAreNotTested() throws Exception {
    assertThat(PduDecoder.decode(hex("03 FF 00 00 00 04 FF 01 01 07")).pdu())
        .isEqualTo(new AssociateRj(1, 1, 7));
    assertThat(PduDecoder.decode(hex("05 FF 00 00 00 04 FF FF FF FF")).pdu())
        .isEqualTo(new ReleaseRq());
    assertThat(PduDecoder.decode(hex("06 FF 00 00 00 04 FF FF FF FF")).pdu())
        .isEqualTo(new ReleaseRp());
    assertThat(PduDecoder.decode(hex("07 FF 00 00 00 04 FF FF 02 01")).pdu())
        .isEqualTo(new Abort(2, 1));
  }

  @Test
  void theReservedFieldBehindTheTitlesIsKeptAsItCame() throws Exception {
    Octets blanks = Wire.filled(32, ascii(" "));
    Octets bytes =
        pdu(2, Wire.fixedFields().slice(0, 36), blanks, applicationContext(), USER_INFORMATION);
    PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
    assertThat(((AssociateAc) decoded.pdu()).reserved()).isEqualTo(blanks);
    assertThat(decoded.deviations()).isEmpty();
    assertThat(PduEncoder.encode(decoded.pdu())).isEqualTo(bytes);
  }

  @Test
  void titlesOfAnyBytesAreKeptAsTheyCame() throws Exception {
    Octets nuls = zeros(16);
    Octets odd = hex("00 01 0A 0D 1B 5C 7F 80 FF 20 41 00 00 20 20 00");
    Octets bytes =
        pdu(1, hex("00 01 00 00"), nuls, odd, zeros(32), applicationContext(), USER_INFORMATION);
    AssociateRq rq = (AssociateRq) PduDecoder.decode(bytes).pdu();
    assertThat(rq.calledAe().bytes()).isEqualTo(nuls);
    assertThat(rq.callingAe().bytes()).isEqualTo(odd);
    assertThat(PduEncoder.encode(rq)).isEqualTo(bytes);
  }

  @Test
  void otherBitsOfTheProtocolVersionAreKeptAndOnlyBit0IsMissed() throws Exception {
    Octets usual = ac(applicationContext(), USER_INFORMATION);
    assertThat(PduDecoder.decode(Hex.withNumber(usual, 6, 2, 0x8003)).deviations()).isEmpty();
    Octets two = Hex.withNumber(usual, 6, 2, 2);
    assertThat(((AssociateAc) PduDecoder.decode(two).pdu()).protocolVersion()).isEqualTo(2);
    assertDeviations(two, tuple("Protocol version", 6, "bit 0, which means version 1, is not set"));
  }

  @Test
  void nulsAndBlanksBehindUidsAreTrimmedAndSaid() throws Exception {
    Octets bytes =
        ac(
            item(0x10, ascii(Uids.APPLICATION_CONTEXT + "\0")),
            item(0x21, hex("01 00 00 00"), item(0x40, ascii("1.2.840.10008.1.2\0 \0"))),
            item(
                0x50,
                item(0x51, hex("00 00 40 00")),
                item(0x52, ascii("1.2.3 ")),
                item(0x54, Wire.counted(ascii("1.2\0")), hex("00 01"))));
    AssociateAc ac = (AssociateAc) PduDecoder.decode(bytes).pdu();
    assertThat(ac.applicationContext()).isEqualTo(Uids.APPLICATION_CONTEXT);
    assertThat(ac.presentationContexts().getFirst().transferSyntax())
        .isEqualTo(Uids.IMPLICIT_VR_LITTLE_ENDIAN);
    assertThat(ac.userInformation().implementationClassUid()).contains("1.2.3");
    assertThat(ac.userInformation().items())
        .last()
        .isEqualTo(new UserItem.RoleSelection("1.2", 0, 1));
    assertDeviations(
        bytes,
        tuple("Application context name", 99, "is padded with NULs or blanks: 1"),
        tuple("Transfer syntax", 129, "is padded with NULs or blanks: 3"),
        tuple("Implementation class UID", 153, "is padded with NULs or blanks: 1"),
        tuple("SOP class UID", 163, "is padded with NULs or blanks: 1"));
  }

  @Test
  void blanksBehindAVersionNameAreTrimmedAndNoDeviation() throws Exception {
    Octets blanks = withVersionName(ascii("NAME  "));
    assertThat(versionName(blanks)).isEqualTo("NAME");
    assertThat(PduDecoder.decode(blanks).deviations()).isEmpty();
  }

  @Test
  void nulsBehindAVersionNameAreTrimmedAndSaid() throws Exception {
    Octets nuls = withVersionName(ascii("NAME\0"));
    assertThat(versionName(nuls)).isEqualTo("NAME");
    assertThat(PduDecoder.decode(nuls).deviations())
        .extracting(Deviation::field, Deviation::section)
        .containsExactly(tuple("Implementation version name", "PS3.7 D.3.3.2.3"));
  }

  @Test
  void aVersionNameOfMoreThan16CharactersIsKeptAndSaid() throws Exception {
    assertThat(PduDecoder.decode(withVersionName(ascii("SIXTEEN_CHARS_16"))).deviations())
        .isEmpty();
    Octets seventeen = withVersionName(ascii("SEVENTEEN_CHARS_X"));
    assertThat(versionName(seventeen)).isEqualTo("SEVENTEEN_CHARS_X");
    assertDeviations(
        seventeen, tuple("Implementation version name", 124, "has 17 characters, more than 16"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M\u00FCNCHEN", "A\nB", "\u001B[31m", "A\u007F"})
  void aVersionNameOfOtherCharactersIsKeptAndSaid(String name) throws Exception {
    Octets bytes = withVersionName(Octets.of(name.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(versionName(bytes)).isEqualTo(name);
    assertDeviations(
        bytes, tuple("Implementation version name", 124, "has characters that are not of ISO 646"));
  }

  @Test
  void anEmptyVersionNameIsSaid() throws Exception {
    assertDeviations(
        withVersionName(Octets.EMPTY), tuple("Implementation version name", 124, "is empty"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ABC", "1..2", "1.02", ".1", "1.", "1.2\n3"})
  void anImplementationClassUidThatIsNoneIsKeptAndSaid(String uid) throws Exception {
    Octets bytes = withClassUid(uid);
    AssociateAc ac = (AssociateAc) PduDecoder.decode(bytes).pdu();
    assertThat(ac.userInformation().implementationClassUid()).contains(uid);
    assertDeviations(bytes, tuple("Implementation class UID", 115, "holds no UID"));
  }

  @Test
  void anImplementationClassUidMayHave64Characters() throws Exception {
    String longest = "1." + "2".repeat(62);
    assertThat(PduDecoder.decode(withClassUid(longest)).deviations()).isEmpty();
    assertDeviations(
        withClassUid(longest + "3"), tuple("Implementation class UID", 115, "holds no UID"));
  }

  private static Octets withClassUid(String uid) {
    return ac(
        applicationContext(), item(0x50, item(0x51, hex("00 00 40 00")), item(0x52, ascii(uid))));
  }

  private static Octets withVersionName(Octets name) {
    return ac(applicationContext(), item(0x50, usualUserItems(), item(0x55, name)));
  }

  private static String versionName(Octets bytes) throws MalformedPduException {
    return ((AssociateAc) PduDecoder.decode(bytes).pdu())
        .userInformation()
        .implementationVersionName()
        .orElse("");
  }

  @Test
  void ofASecondApplicationContextAndUserInformationTheFirstCounts() throws Exception {
    Octets bytes =
        ac(
            applicationContext(),
            item(0x10, ascii("1.2")),
            USER_INFORMATION,
            item(0x50, item(0x51, zeros(4))));
    AssociateAc ac = (AssociateAc) PduDecoder.decode(bytes).pdu();
    assertThat(ac.applicationContext()).isEqualTo(Uids.APPLICATION_CONTEXT);
    assertThat(ac.userInformation().maxPduLength()).contains(16_384L);
    assertDeviations(
        bytes,
        tuple("Application context item", 99, "came twice; the first counts"),
        tuple("User information item", 127, "came twice; the first counts"));
  }

  @Test
  void ofASecondSubItemOfUserInformationTheFirstCounts() throws Exception {
    Octets bytes =
        ac(applicationContext(), item(0x50, usualUserItems(), item(0x51, hex("00 00 00 07"))));
    assertThat(((AssociateAc) PduDecoder.decode(bytes).pdu()).userInformation().maxPduLength())
        .contains(16_384L);
    assertDeviations(bytes, tuple("Sub-item 81 (51H)", 120, "came twice; the first counts"));
  }

  @Test
  void rolesAndExtendedNegotiationsComeOncePerSopClass() throws Exception {
    Octets role = item(0x54, Wire.counted(ascii("1.2")), hex("01 01"));
    Octets extended = item(0x56, Wire.counted(ascii("1.2")), hex("01"));
    Octets common =
        item(0x57, Wire.counted(ascii("1.2")), Wire.counted(ascii("1.3")), hex("00 00"));
    Octets bytes =
        ac(
            applicationContext(),
            item(0x50, usualUserItems(), role, role, extended, extended, common, common));
    assertDeviations(bytes);
  }

  @Test
  void whatFollowsTheRelatedSopClassesIsReservedAndSkipped() throws Exception {
    Octets common =
        item(
            0x57,
            Wire.counted(ascii("1.2")),
            Wire.counted(ascii("1.3")),
            Wire.counted(Wire.counted(ascii("1.4"))),
            hex("FF FF FF"));
    AssociateRq rq =
        (AssociateRq)
            PduDecoder.decode(rq(applicationContext(), item(0x50, Hex.withByte(common, 1, 9))))
                .pdu();
    assertThat(rq.userInformation().items())
        .containsExactly(new UserItem.CommonExtendedNegotiation(9, "1.2", "1.3", List.of("1.4")));
  }

  @Test
  void aProposalWithoutAbstractSyntaxIsKeptAndWrittenAgain() throws Exception {
    Octets bytes =
        rq(applicationContext(), item(0x20, hex("01 00 00 00"), IMPLICIT), USER_INFORMATION);
    AssociateRq rq = (AssociateRq) PduDecoder.decode(bytes).pdu();
    assertThat(rq.presentationContexts())
        .containsExactly(new PresentationContextRq(1, "", List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN)));
    assertDeviations(bytes, tuple("Presentation context item", 99, "has no abstract syntax"));
    assertThat(PduEncoder.encode(rq)).isEqualTo(bytes);
  }

  @Test
  void anEmptyAbstractSyntaxIsNone() throws Exception {
    Octets bytes =
        rq(
            applicationContext(),
            item(0x20, hex("01 00 00 00"), item(0x30), IMPLICIT),
            USER_INFORMATION);
    assertDeviations(bytes, tuple("Presentation context item", 99, "has no abstract syntax"));
  }

  @Test
  void theLongestProposalWithoutAbstractSyntaxIsWrittenAgain() throws Exception {
    Octets content = join(hex("01 00 00 00"), item(0x40, zeros(65_527)));
    assertThat(content.length()).isEqualTo(65_535);
    Octets longUnrecognized = rq(item(0x20, hex("01 00 00 00"), item(0x41, zeros(65_527))));
    AssociateRq rq = (AssociateRq) PduDecoder.decode(longUnrecognized).pdu();
    assertThat(PduEncoder.encode(rq)).isEqualTo(longUnrecognized);
  }

  @Test
  void ofASecondAbstractSyntaxTheFirstCountsAndTheOtherIsKept() throws Exception {
    Octets bytes =
        rq(
            applicationContext(),
            item(0x20, hex("01 00 00 00"), VERIFICATION, IMPLICIT, item(0x30, ascii("1.2"))),
            USER_INFORMATION);
    assertThat(((AssociateRq) PduDecoder.decode(bytes).pdu()).presentationContexts())
        .containsExactly(
            new PresentationContextRq(
                1,
                Uids.VERIFICATION,
                List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN),
                List.of(new UnrecognizedItem(0x30, ascii("1.2")))));
    assertDeviations(bytes, tuple("Abstract syntax sub-item", 149, "came twice; the first counts"));
  }

  @Test
  void ofASecondTransferSyntaxInAnAnswerTheFirstCountsAndTheOtherIsKept() throws Exception {
    Octets bytes =
        ac(
            applicationContext(),
            item(0x21, hex("01 00 00 00"), IMPLICIT, item(0x40, ascii("1.2"))),
            USER_INFORMATION);
    assertThat(((AssociateAc) PduDecoder.decode(bytes).pdu()).presentationContexts())
        .containsExactly(
            new PresentationContextAc(
                1,
                0,
                Uids.IMPLICIT_VR_LITTLE_ENDIAN,
                List.of(new UnrecognizedItem(0x40, ascii("1.2")))));
    assertDeviations(bytes, tuple("Transfer syntax sub-item", 128, "came twice; the first counts"));
  }

  @Test
  void anAcceptedContextWithoutTransferSyntaxIsKeptAndSaid() throws Exception {
    for (Octets syntax : List.of(Octets.EMPTY, item(0x40))) {
      assertDeviations(
          ac(applicationContext(), item(0x21, hex("01 00 00 00"), syntax), USER_INFORMATION),
          tuple("Presentation context item", 99, "is accepted without a transfer syntax"));
    }
  }

  @Test
  void theTransferSyntaxOfARefusedContextIsNotTested() throws Exception {
    for (Octets syntax : List.of(Octets.EMPTY, item(0x40), item(0x40, hex("00 FF 20 00")))) {
      assertDeviations(
          ac(applicationContext(), item(0x21, hex("01 00 04 00"), syntax), USER_INFORMATION));
    }
  }

  @Test
  void anEvenContextIdIsKeptAndSaid() throws Exception {
    assertDeviations(
        ac(applicationContext(), item(0x21, hex("02 00 00 00"), IMPLICIT), USER_INFORMATION),
        tuple("Presentation context ID", 103, "is 2, not odd"));
    assertDeviations(
        rq(
            applicationContext(),
            item(0x20, hex("00 00 00 00"), VERIFICATION, IMPLICIT),
            USER_INFORMATION),
        tuple("Presentation context ID", 103, "is 0, not odd"));
  }

  @Test
  void aContextIdThatCameBeforeIsKeptAndSaid() throws Exception {
    Octets answer = item(0x21, hex("01 00 00 00"), IMPLICIT);
    Octets bytes = ac(applicationContext(), answer, answer, USER_INFORMATION);
    assertThat(((AssociateAc) PduDecoder.decode(bytes).pdu()).presentationContexts()).hasSize(2);
    assertDeviations(bytes, tuple("Presentation context ID", 132, "is 1, which came before"));
  }

  @Test
  void deviationsStandInTheOrderOfTheirOffsets() throws Exception {
    PduDecoder.Decoded decoded =
        PduDecoder.decode(
            ac(
                item(0x10, ascii("1.2\0")),
                item(0x50, item(0x52, ascii("1.2\0"))),
                item(0x50, item(0x52, ascii("1.2\0"))),
                item(0x21, hex("02 00 00 00"))));
    assertThat(decoded.deviations()).extracting(Deviation::offset).hasSizeGreaterThan(5).isSorted();
  }

  private static void assertDeviations(Octets bytes, Tuple... expected)
      throws MalformedPduException {
    PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
    assertThat(decoded.deviations())
        .extracting(Deviation::field, Deviation::offset, Deviation::description)
        .containsExactly(expected);
    assertThat(decoded.deviations())
        .allSatisfy(deviation -> assertThat(deviation.section()).startsWith("PS3."));
  }
}
