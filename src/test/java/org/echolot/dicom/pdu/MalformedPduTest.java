package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.echolot.dicom.pdu.Wire.ac;
import static org.echolot.dicom.pdu.Wire.ascii;
import static org.echolot.dicom.pdu.Wire.claimed;
import static org.echolot.dicom.pdu.Wire.claimedPdu;
import static org.echolot.dicom.pdu.Wire.counted;
import static org.echolot.dicom.pdu.Wire.fixedFields;
import static org.echolot.dicom.pdu.Wire.hex;
import static org.echolot.dicom.pdu.Wire.item;
import static org.echolot.dicom.pdu.Wire.join;
import static org.echolot.dicom.pdu.Wire.pdu;
import static org.echolot.dicom.pdu.Wire.rq;
import static org.echolot.dicom.pdu.Wire.zeros;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a PDU can't be read, and what is said of it: field, byte, value, section. */
class MalformedPduTest {

  /**
   * @param held a part of what the fault says of the value
   */
  record Case(String name, Octets bytes, String field, int offset, String section, String held) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> headers() {
    String s = "PS3.8 9.3.1";
    return List.of(
        new Case("nothing", Octets.EMPTY, "PDU header", 0, s, "needs 6 bytes, but 0 are there"),
        new Case("five bytes", hex("0100000000"), "PDU header", 0, s, "5 are there"),
        new Case("type 0", hex("00 00 00 00 00 00"), "PDU type", 0, s, "held 0 (00H)"),
        new Case("type 8", hex("08 00 00 00 00 00"), "PDU type", 0, s, "held 8 (08H)"),
        new Case("type 81H", hex("81 00 00 00 00 00"), "PDU type", 0, s, "held 129 (81H)"),
        new Case("HTTP", ascii("HTTP/1.1"), "PDU type", 0, s, "held 72 (48H)"),
        length("RQ of 67", 1, 67, "A-ASSOCIATE-RQ", "67 (00000043H), but it must be at least 68"),
        length("RQ of 0", 1, 0, "A-ASSOCIATE-RQ", "0 (00000000H), but it must be at least 68"),
        length("RQ of 4 GiB", 1, 0xFFFF_FFFFL, "A-ASSOCIATE-RQ", "4294967295 (FFFFFFFFH)"),
        length("AC of 67", 2, 67, "A-ASSOCIATE-AC", "it must be at least 68"),
        length("AC of over 1 MiB", 2, 1_048_577, "A-ASSOCIATE-AC", "more than the 1048576"),
        length("RJ of 3", 3, 3, "A-ASSOCIATE-RJ", "3 (00000003H), but it must be 4"),
        length("RJ of 5", 3, 5, "A-ASSOCIATE-RJ", "it must be 4"),
        length("RJ of 0", 3, 0, "A-ASSOCIATE-RJ", "it must be 4"),
        length("P-DATA of 0", 4, 0, "P-DATA-TF", "it must be at least 6"),
        length("P-DATA of 5", 4, 5, "P-DATA-TF", "it must be at least 6"),
        length("RELEASE-RQ of 0", 5, 0, "A-RELEASE-RQ", "it must be 4"),
        length("RELEASE-RQ of 4 GiB", 5, 0xFFFF_FFFFL, "A-RELEASE-RQ", "it must be 4"),
        length("RELEASE-RP of 8", 6, 8, "A-RELEASE-RP", "it must be 4"),
        length("ABORT of 3", 7, 3, "A-ABORT", "it must be 4"),
        length("ABORT of 2 GiB", 7, 0x8000_0000L, "A-ABORT", "2147483648 (80000000H)"),
        new Case(
            "a byte more than the length says",
            join(PduFixtures.RELEASE_RQ.bytes(), zeros(1)),
            "A-RELEASE-RQ PDU length",
            2,
            s,
            "held 4 (00000004H), but 5 bytes follow"),
        new Case(
            "a byte less than the length says",
            claimedPdu(1, 69, fixedFields()),
            "A-ASSOCIATE-RQ PDU length",
            2,
            s,
            "held 69 (00000045H), but 68 bytes follow"));
  }

  private static Case length(String name, int type, long length, String pdu, String held) {
    int there = (int) Math.min(length, 80);
    return new Case(
        name, claimedPdu(type, length, zeros(there)), pdu + " PDU length", 2, "PS3.8 9.3.1", held);
  }

  static List<Case> pData() {
    String s = "PS3.8 9.3.5.1";
    String pdv1 = "00 00 00 03 01 03 FF";
    return List.of(
        new Case("PDV of 0", pdata("00000000 0000"), "PDV 1 length", 6, s, "held 0 (00000000H)"),
        new Case("PDV of 1", pdata("00000001 0100"), "PDV 1 length", 6, s, "must be at least 2"),
        new Case(
            "PDV longer than the PDU",
            pdata("00000004 0103 FF"),
            "PDV 1 length",
            6,
            s,
            "held 4 (00000004H), but 3 bytes are left"),
        new Case(
            "PDV of 4 GiB",
            pdata("FFFFFFFF 0103"),
            "PDV 1 length",
            6,
            s,
            "held 4294967295 (FFFFFFFFH), but 2 bytes are left"),
        new Case(
            "PDV of 2 GiB",
            pdata("80000000 0103"),
            "PDV 1 length",
            6,
            s,
            "held 2147483648 (80000000H), but 2 bytes are left"),
        new Case(
            "second PDV cut in its length",
            pdata(pdv1 + "000000"),
            "PDV 2 length",
            13,
            s,
            "needs 4 bytes, but 3 are left"),
        new Case(
            "second PDV too long",
            pdata(pdv1 + "00000003 0103"),
            "PDV 2 length",
            13,
            s,
            "held 3 (00000003H), but 2 bytes are left"));
  }

  private static Octets pdata(String hex) {
    return pdu(4, hex(hex));
  }

  static List<Case> items() {
    return List.of(
        new Case("RQ, 1 byte", rq(hex("10")), "Item reserved byte", 75, "PS3.8 9.3.2", "needs 1"),
        new Case("AC, 1 byte", ac(hex("10")), "Item reserved byte", 75, "PS3.8 9.3.3", "needs 1"),
        new Case("RQ, 2 bytes", rq(hex("1000")), "Item length", 76, "PS3.8 9.3.2", "needs 2"),
        new Case("AC, 3 bytes", ac(hex("100000")), "Item length", 76, "PS3.8 9.3.3", "1 are left"),
        new Case(
            "10H too long",
            rq(claimed(0x10, 3, hex("31 2E"))),
            "Application context item length",
            76,
            "PS3.8 9.3.2.1",
            "held 3 (0003H), but 2 bytes are left"),
        new Case(
            "second 10H too long",
            rq(item(0x10, hex("31")), claimed(0x10, 65_535)),
            "Application context item length",
            81,
            "PS3.8 9.3.2.1",
            "held 65535 (FFFFH), but 0 bytes are left"),
        new Case(
            "20H too long",
            rq(claimed(0x20, 5, zeros(4))),
            "Presentation context item length",
            76,
            "PS3.8 9.3.2.2",
            "held 5 (0005H), but 4 bytes are left"),
        new Case(
            "21H too long",
            ac(claimed(0x21, 5, zeros(4))),
            "Presentation context item length",
            76,
            "PS3.8 9.3.3.2",
            "held 5 (0005H), but 4 bytes are left"),
        new Case(
            "50H too long",
            ac(claimed(0x50, 9, item(0x51, zeros(4)))),
            "User information item length",
            76,
            "PS3.8 9.3.2.3",
            "held 9 (0009H), but 8 bytes are left"),
        new Case(
            "unrecognized too long",
            ac(claimed(0x60, 256)),
            "Item of type 96 (60H) length",
            76,
            "PS3.8 9.3.1",
            "held 256 (0100H), but 0 bytes are left"));
  }

  static List<Case> presentationContexts() {
    String rq = "PS3.8 9.3.2.2";
    String ac = "PS3.8 9.3.3.2";
    return List.of(
        new Case("20H empty", rq(item(0x20)), "Presentation context ID", 78, rq, "0 are left"),
        new Case(
            "20H of 3",
            rq(item(0x20, hex("01 00 00"))),
            "Presentation context reserved bytes",
            79,
            rq,
            "needs 3 bytes, but 2 are left"),
        new Case(
            "20H, sub-item cut in its length",
            rq(item(0x20, hex("01 00 00 00 30 00 00"))),
            "Sub-item length",
            84,
            rq,
            "needs 2 bytes, but 1 are left"),
        new Case(
            "30H longer than its context",
            rq(item(0x20, hex("01 00 00 00"), claimed(0x30, 2, hex("31"))), zeros(40)),
            "Abstract syntax sub-item length",
            84,
            "PS3.8 9.3.2.2.1",
            "held 2 (0002H), but 1 byte is left"),
        new Case(
            "40H longer than its context",
            rq(item(0x20, hex("01 00 00 00"), claimed(0x40, 2, hex("31"))), zeros(40)),
            "Transfer syntax sub-item length",
            84,
            "PS3.8 9.3.2.2.2",
            "held 2 (0002H), but 1 byte is left"),
        new Case(
            "unrecognized sub-item longer than its context",
            rq(item(0x20, hex("01 00 00 00"), claimed(0x7F, 2, hex("31")))),
            "Item of type 127 (7FH) length",
            84,
            "PS3.8 9.3.1",
            "held 2 (0002H)"),
        new Case("21H empty", ac(item(0x21)), "Presentation context ID", 78, ac, "0 are left"),
        new Case(
            "21H of 2",
            ac(item(0x21, hex("01 00"))),
            "Presentation context result",
            80,
            ac,
            "needs 1 byte, but 0 are left"),
        new Case(
            "21H of 3",
            ac(item(0x21, hex("01 00 00"))),
            "Presentation context reserved byte",
            81,
            ac,
            "needs 1"),
        new Case(
            "21H, sub-item cut in its header",
            ac(item(0x21, hex("01 00 00 00 40"))),
            "Sub-item reserved byte",
            83,
            ac,
            "needs 1"),
        new Case(
            "40H longer than its accepted context",
            ac(item(0x21, hex("01 00 00 00"), claimed(0x40, 2, hex("31")))),
            "Transfer syntax sub-item length",
            84,
            "PS3.8 9.3.3.2.1",
            "held 2 (0002H), but 1 byte is left"),
        new Case(
            "40H longer than its refused context",
            ac(item(0x21, hex("01 00 03 00"), claimed(0x40, 65_535, hex("31")))),
            "Transfer syntax sub-item length",
            84,
            "PS3.8 9.3.3.2.1",
            "held 65535 (FFFFH), but 1 byte is left"));
  }

  static List<Case> userItems() {
    String roles = "PS3.7 D.3.3.4.1";
    String common = "PS3.7 D.3.3.6.1";
    String identity = "PS3.7 D.3.3.7.1";
    Octets uid = counted(ascii("1.2"));
    return List.of(
        user("cut header", hex("51 00 00"), "Sub-item length", 80, "PS3.8 9.3.2.3", "needs 2"),
        user(
            "51H too long",
            claimed(0x51, 5, zeros(4)),
            "Maximum length sub-item length",
            80,
            "PS3.8 D.1.1",
            "held 5 (0005H), but 4 bytes are left"),
        user(
            "51H of 3",
            item(0x51, zeros(3)),
            "Maximum length received",
            82,
            "PS3.8 D.1.1",
            "needs 4 bytes, but 3 are left"),
        user(
            "51H of 5",
            item(0x51, zeros(5)),
            "Maximum length sub-item",
            86,
            "PS3.8 D.1.1",
            "1 bytes more than its fields take"),
        user(
            "52H too long",
            claimed(0x52, 2, hex("31")),
            "Implementation class UID sub-item length",
            80,
            "PS3.7 D.3.3.2.1",
            "held 2 (0002H)"),
        user(
            "53H of 3",
            item(0x53, zeros(3)),
            "Maximum number of operations performed",
            84,
            "PS3.7 D.3.3.3.1",
            "needs 2 bytes, but 1 are left"),
        user(
            "53H of 5",
            item(0x53, zeros(5)),
            "Asynchronous operations window sub-item",
            86,
            "PS3.7 D.3.3.3.1",
            "1 bytes more"),
        user("54H empty", item(0x54), "SOP class UID length", 82, roles, "needs 2"),
        user(
            "54H, UID too long",
            item(0x54, hex("00 04 31 01 01")),
            "SOP class UID length",
            82,
            "PS3.7 D.3.3",
            "held 4 (0004H), but 3 bytes are left"),
        user("54H, one role", item(0x54, uid, zeros(1)), "SCP role", 88, roles, "needs 1"),
        user(
            "54H, three roles",
            item(0x54, uid, zeros(3)),
            "SCP/SCU role selection sub-item",
            89,
            roles,
            "1 bytes more"),
        user(
            "55H too long",
            claimed(0x55, 1),
            "Implementation version name sub-item length",
            80,
            "PS3.7 D.3.3.2.3",
            "held 1 (0001H)"),
        user(
            "56H, UID too long",
            item(0x56, hex("FF FF 31")),
            "SOP class UID length",
            82,
            "PS3.7 D.3.3",
            "held 65535 (FFFFH), but 1 byte is left"),
        user("57H, one UID", item(0x57, uid), "Service class UID length", 87, common, "needs 2"),
        user(
            "57H, no related length",
            item(0x57, uid, uid),
            "Related general SOP class identification length",
            92,
            common,
            "needs 2"),
        user(
            "57H, related too long",
            item(0x57, uid, uid, hex("00 02 31")),
            "Related general SOP class identification length",
            92,
            common,
            "held 2 (0002H), but 1 byte is left"),
        user(
            "57H, related UID too long",
            item(0x57, uid, uid, hex("00 03 00 02 31 39 39")),
            "Related general SOP class UID length",
            94,
            "PS3.7 D.3.3",
            "held 2 (0002H), but 1 byte is left"),
        user(
            "58H of 1",
            item(0x58, hex("01")),
            "Positive response requested",
            83,
            identity,
            "needs 1"),
        user(
            "58H, primary too long",
            item(0x58, hex("01 00 00 04 41 00 00")),
            "Primary field length",
            84,
            "PS3.7 D.3.3",
            "held 4 (0004H), but 3 bytes are left"),
        user(
            "58H, no secondary",
            item(0x58, hex("01 00 00 01 41")),
            "Secondary field length",
            87,
            identity,
            "needs 2"),
        user(
            "58H, more behind",
            item(0x58, hex("01 00 00 00 00 00 77")),
            "User identity sub-item",
            88,
            identity,
            "1 bytes more"),
        user(
            "59H of 1",
            item(0x59, hex("00")),
            "Server response length",
            82,
            "PS3.7 D.3.3.7.2",
            "needs 2"),
        user(
            "59H, more behind",
            item(0x59, hex("00 00 00")),
            "User identity response sub-item",
            84,
            "PS3.7 D.3.3.7.2",
            "1 bytes more"),
        user(
            "unrecognized too long",
            claimed(0x5A, 1),
            "Item of type 90 (5AH) length",
            80,
            "PS3.8 9.3.1",
            "held 1 (0001H), but 0 bytes are left"));
  }

  private static Case user(
      String name, Octets subItem, String field, int offset, String section, String held) {
    return new Case(name, rq(item(0x50, subItem)), field, offset, section, held);
  }

  @ParameterizedTest
  @MethodSource({"headers", "pData", "items", "presentationContexts", "userItems"})
  void theFaultNamesFieldByteValueAndSection(Case malformed) {
    MalformedPduException fault =
        catchThrowableOfType(
            MalformedPduException.class, () -> PduDecoder.decode(malformed.bytes()));
    assertThat(fault).isNotNull();
    assertThat(fault.field()).isEqualTo(malformed.field());
    assertThat(fault.offset()).isEqualTo(malformed.offset());
    assertThat(fault.section()).isEqualTo(malformed.section());
    assertThat(fault.held()).contains(malformed.held());
    assertThat(fault.description())
        .contains(malformed.field(), "byte " + malformed.offset(), malformed.section());
  }
}
