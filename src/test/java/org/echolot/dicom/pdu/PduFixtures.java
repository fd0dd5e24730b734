package org.echolot.dicom.pdu;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Every PDU, item and sub-item by hand: the bytes, what they say line by line, and the record that
 * they are. The bytes were put together from PS3.8 9.3 and PS3.7 D.3.3, not by our encoder.
 */
final class PduFixtures {

  /** Bytes that decode to {@code pdu}, which encodes to the same bytes. */
  record Fixture(String name, Octets bytes, Pdu pdu) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";

  private static final Octets RESERVED_1_TO_32 =
      Octets.parseHex(
          "01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10"
              + "11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F 20");

  private PduFixtures() {}

  static final Fixture ASSOCIATE_RQ_BARE =
      new Fixture(
          "associate rq bare",
          Hex.parse(
              """
              01 00 00 00 00 44                               # A-ASSOCIATE-RQ, 68 bytes follow
              00 01 00 00                                     # protocol version 1, reserved
              50 41 43 53 20 20 20 20 20 20 20 20 20 20 20 20 # called AE "PACS            "
              45 43 48 4F 4C 4F 54 20 20 20 20 20 20 20 20 20 # calling AE "ECHOLOT         "
              00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
              00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # reserved
              """),
          new AssociateRq(
              1,
              title("PACS"),
              title("ECHOLOT"),
              AssociateRq.NO_RESERVED,
              "",
              List.of(),
              UserInformation.NONE,
              List.of()));

  static final Fixture ASSOCIATE_RQ_VERIFICATION =
      new Fixture(
          "associate rq verification",
          Hex.parse(
              """
              01 00 00 00 00 B4                               # A-ASSOCIATE-RQ, 180 bytes follow
              00 01 00 00                                     # protocol version 1, reserved
              50 41 43 53 20 20 20 20 20 20 20 20 20 20 20 20 # called AE "PACS            "
              45 43 48 4F 4C 4F 54 20 20 20 20 20 20 20 20 20 # calling AE "ECHOLOT         "
              00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
              00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # reserved
              10 00 00 15                                     # 10H application context item, 21 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 33 2E
              31 2E 31 2E 31                                  # application context "1.2.840.10008.3.1.1.1"
              20 00 00 2E                                     # 20H presentation context item, 46 bytes
              01 00 00 00                                     # ID 1
              30 00 00 11                                     # 30H abstract syntax sub-item, 17 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              31                                              # abstract syntax "1.2.840.10008.1.1"
              40 00 00 11                                     # 40H transfer syntax sub-item, 17 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              32                                              # transfer syntax "1.2.840.10008.1.2"
              50 00 00 21                                     # 50H user information item, 33 bytes
              51 00 00 04                                     # 51H maximum length, 4 bytes
              00 00 40 00                                     # 16384
              52 00 00 06                                     # 52H implementation class UID, 6 bytes
              32 2E 32 35 2E 31                               # implementation class UID "2.25.1"
              55 00 00 0B                                     # 55H implementation version name, 11 bytes
              45 43 48 4F 4C 4F 54 5F 30 5F 31                # implementation version name "ECHOLOT_0_1"
              """),
          new AssociateRq(
              1,
              title("PACS"),
              title("ECHOLOT"),
              AssociateRq.NO_RESERVED,
              Uids.APPLICATION_CONTEXT,
              List.of(
                  new PresentationContextRq(
                      1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
              new UserInformation(
                  List.of(
                      new UserItem.MaxPduLength(16_384),
                      new UserItem.ImplementationClassUid("2.25.1"),
                      new UserItem.ImplementationVersionName("ECHOLOT_0_1"))),
              List.of()));

  static final Fixture ASSOCIATE_RQ_EVERY_ITEM =
      new Fixture(
          "associate rq every item",
          Hex.parse(
              """
              01 00 00 00 01 C0                               # A-ASSOCIATE-RQ, 448 bytes follow
              80 01 00 00                                     # protocol version 32769, reserved
              50 41 43 53 20 20 20 20 20 20 20 20 20 20 20 20 # called AE "PACS            "
              45 43 48 4F 4C 4F 54 20 20 20 20 20 20 20 20 20 # calling AE "ECHOLOT         "
              01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10
              11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F 20 # reserved
              10 00 00 15                                     # 10H application context item, 21 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 33 2E
              31 2E 31 2E 31                                  # application context "1.2.840.10008.3.1.1.1"
              20 00 00 4B                                     # 20H presentation context item, 75 bytes
              01 00 00 00                                     # ID 1
              30 00 00 11                                     # 30H abstract syntax sub-item, 17 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              31                                              # abstract syntax "1.2.840.10008.1.1"
              40 00 00 11                                     # 40H transfer syntax sub-item, 17 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              32                                              # transfer syntax "1.2.840.10008.1.2"
              40 00 00 13                                     # 40H transfer syntax sub-item, 19 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              32 2E 31                                        # transfer syntax "1.2.840.10008.1.2.1"
              41 00 00 02                                     # 41H unknown item, 2 bytes
              CA FE                                           # content
              20 00 00 38                                     # 20H presentation context item, 56 bytes
              03 00 00 00                                     # ID 3
              30 00 00 19                                     # 30H abstract syntax sub-item, 25 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 35 2E
              31 2E 34 2E 31 2E 31 2E 32                      # abstract syntax "1.2.840.10008.5.1.4.1.1.2"
              40 00 00 13                                     # 40H transfer syntax sub-item, 19 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              32 2E 31                                        # transfer syntax "1.2.840.10008.1.2.1"
              50 00 00 CF                                     # 50H user information item, 207 bytes
              51 00 00 04                                     # 51H maximum length, 4 bytes
              00 00 00 00                                     # 0
              52 00 00 06                                     # 52H implementation class UID, 6 bytes
              32 2E 32 35 2E 31                               # implementation class UID "2.25.1"
              53 00 00 04                                     # 53H asynchronous operations window, 4 bytes
              00 05 00 01                                     # invoked 5, performed 1
              54 00 00 1D                                     # 54H role selection, 29 bytes
              00 19                                           # SOP class: 25 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 35 2E
              31 2E 34 2E 31 2E 31 2E 32                      # SOP class "1.2.840.10008.5.1.4.1.1.2"
              01 01                                           # SCU 1, SCP 1
              55 00 00 0B                                     # 55H implementation version name, 11 bytes
              45 43 48 4F 4C 4F 54 5F 30 5F 31                # implementation version name "ECHOLOT_0_1"
              56 00 00 21                                     # 56H SOP class extended negotiation, 33 bytes
              00 19                                           # SOP class: 25 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 35 2E
              31 2E 34 2E 31 2E 31 2E 32                      # SOP class "1.2.840.10008.5.1.4.1.1.2"
              02 00 03 00 01 00                               # service class application information
              57 00 00 3E                                     # 57H common extended negotiation, 62 bytes
              00 19                                           # SOP class: 25 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 35 2E
              31 2E 34 2E 31 2E 31 2E 32                      # SOP class "1.2.840.10008.5.1.4.1.1.2"
              00 11                                           # service class: 17 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 34 2E
              32                                              # service class "1.2.840.10008.4.2"
              00 0E                                           # related general SOP classes: 14 bytes
              00 05                                           # related: 5 bytes
              31 2E 32 2E 33                                  # related "1.2.3"
              00 05                                           # related: 5 bytes
              31 2E 32 2E 34                                  # related "1.2.4"
              58 00 00 13                                     # 58H user identity, 19 bytes
              02 01                                           # type 2, response requested 1
              00 07                                           # primary field: 7 bytes
              73 6F 6D 65 6F 6E 65                            # primary field "someone"
              00 06                                           # secondary field: 6 bytes
              73 65 73 61 6D 65                               # secondary field "sesame"
              5A 00 00 03                                     # 5AH unknown item, 3 bytes
              01 02 03                                        # content
              60 00 00 01                                     # 60H unknown item, 1 bytes
              FF                                              # content
              """),
          new AssociateRq(
              0x8001,
              title("PACS"),
              title("ECHOLOT"),
              RESERVED_1_TO_32,
              Uids.APPLICATION_CONTEXT,
              List.of(
                  new PresentationContextRq(
                      1,
                      Uids.VERIFICATION,
                      List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN, Uids.EXPLICIT_VR_LITTLE_ENDIAN),
                      List.of(new UnrecognizedItem(0x41, Octets.parseHex("CAFE")))),
                  new PresentationContextRq(
                      3, CT_IMAGE_STORAGE, List.of(Uids.EXPLICIT_VR_LITTLE_ENDIAN))),
              new UserInformation(
                  List.of(
                      new UserItem.MaxPduLength(0),
                      new UserItem.ImplementationClassUid("2.25.1"),
                      new UserItem.AsyncOperationsWindow(5, 1),
                      new UserItem.RoleSelection(CT_IMAGE_STORAGE, 1, 1),
                      new UserItem.ImplementationVersionName("ECHOLOT_0_1"),
                      new UserItem.ExtendedNegotiation(
                          CT_IMAGE_STORAGE, Octets.parseHex("02 00 03 00 01 00")),
                      new UserItem.CommonExtendedNegotiation(
                          0, CT_IMAGE_STORAGE, "1.2.840.10008.4.2", List.of("1.2.3", "1.2.4")),
                      new UserItem.UserIdentityRq(2, true, ascii("someone"), ascii("sesame")),
                      new UnrecognizedItem(0x5A, Octets.parseHex("01 02 03")))),
              List.of(new UnrecognizedItem(0x60, Octets.parseHex("FF")))));

  static final Fixture ASSOCIATE_AC_BARE =
      new Fixture(
          "associate ac bare",
          Hex.parse(
              """
              02 00 00 00 00 44                               # A-ASSOCIATE-AC, 68 bytes follow
              00 01 00 00                                     # protocol version 1, reserved
              50 41 43 53 20 20 20 20 20 20 20 20 20 20 20 20 # called AE "PACS            "
              45 43 48 4F 4C 4F 54 20 20 20 20 20 20 20 20 20 # calling AE "ECHOLOT         "
              00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
              00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 # reserved
              """),
          new AssociateAc(
              1,
              title("PACS"),
              title("ECHOLOT"),
              AssociateRq.NO_RESERVED,
              "",
              List.of(),
              UserInformation.NONE,
              List.of()));

  static final Fixture ASSOCIATE_AC_EVERY_ITEM =
      new Fixture(
          "associate ac every item",
          Hex.parse(
              """
              02 00 00 00 01 15                               # A-ASSOCIATE-AC, 277 bytes follow
              00 01 00 00                                     # protocol version 1, reserved
              50 41 43 53 20 20 20 20 20 20 20 20 20 20 20 20 # called AE "PACS            "
              45 43 48 4F 4C 4F 54 20 20 20 20 20 20 20 20 20 # calling AE "ECHOLOT         "
              01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10
              11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F 20 # reserved
              10 00 00 15                                     # 10H application context item, 21 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 33 2E
              31 2E 31 2E 31                                  # application context "1.2.840.10008.3.1.1.1"
              21 00 00 1F                                     # 21H presentation context item, 31 bytes
              01 00 00 00                                     # ID 1, result 0
              40 00 00 11                                     # 40H transfer syntax sub-item, 17 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E
              32                                              # transfer syntax "1.2.840.10008.1.2"
              41 00 00 02                                     # 41H unknown item, 2 bytes
              CA FE                                           # content
              21 00 00 04                                     # 21H presentation context item, 4 bytes
              03 00 03 00                                     # ID 3, result 3
              21 00 00 0C                                     # 21H presentation context item, 12 bytes
              05 00 04 00                                     # ID 5, result 4
              40 00 00 04                                     # 40H transfer syntax sub-item, 4 bytes
              00 00 00 00                                     # transfer syntax of four NULs
              50 00 00 74                                     # 50H user information item, 116 bytes
              51 00 00 04                                     # 51H maximum length, 4 bytes
              FF FF FF FF                                     # 4294967295
              52 00 00 05                                     # 52H implementation class UID, 5 bytes
              31 2E 32 2E 33                                  # implementation class UID "1.2.3"
              53 00 00 04                                     # 53H asynchronous operations window, 4 bytes
              00 01 00 01                                     # invoked 1, performed 1
              54 00 00 1D                                     # 54H role selection, 29 bytes
              00 19                                           # SOP class: 25 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 35 2E
              31 2E 34 2E 31 2E 31 2E 32                      # SOP class "1.2.840.10008.5.1.4.1.1.2"
              00 01                                           # SCU 0, SCP 1
              55 00 00 06                                     # 55H implementation version name, 6 bytes
              50 45 45 52 20 39                               # implementation version name "PEER 9"
              56 00 00 1C                                     # 56H SOP class extended negotiation, 28 bytes
              00 19                                           # SOP class: 25 bytes
              31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 35 2E
              31 2E 34 2E 31 2E 31 2E 32                      # SOP class "1.2.840.10008.5.1.4.1.1.2"
              02                                              # service class application information
              59 00 00 08                                     # 59H user identity response, 8 bytes
              00 06                                           # server response: 6 bytes
              74 69 63 6B 65 74                               # server response "ticket"
              5A 00 00 00                                     # 5AH unknown item, 0 bytes
                                                              # content
              60 00 00 01                                     # 60H unknown item, 1 bytes
              FF                                              # content
              """),
          new AssociateAc(
              1,
              title("PACS"),
              title("ECHOLOT"),
              RESERVED_1_TO_32,
              Uids.APPLICATION_CONTEXT,
              List.of(
                  new PresentationContextAc(
                      1,
                      PresentationContextAc.ACCEPTANCE,
                      Uids.IMPLICIT_VR_LITTLE_ENDIAN,
                      List.of(new UnrecognizedItem(0x41, Octets.parseHex("CAFE")))),
                  new PresentationContextAc(
                      3, PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED, null),
                  new PresentationContextAc(
                      5, PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED, "\0\0\0\0")),
              new UserInformation(
                  List.of(
                      new UserItem.MaxPduLength(0xFFFF_FFFFL),
                      new UserItem.ImplementationClassUid("1.2.3"),
                      new UserItem.AsyncOperationsWindow(1, 1),
                      new UserItem.RoleSelection(CT_IMAGE_STORAGE, 0, 1),
                      new UserItem.ImplementationVersionName("PEER 9"),
                      new UserItem.ExtendedNegotiation(CT_IMAGE_STORAGE, Octets.parseHex("02")),
                      new UserItem.UserIdentityAc(ascii("ticket")),
                      new UnrecognizedItem(0x5A, Octets.EMPTY))),
              List.of(new UnrecognizedItem(0x60, Octets.parseHex("FF")))));

  static final Fixture ASSOCIATE_RJ_CALLED_AE =
      new Fixture(
          "associate rj called ae",
          Hex.parse(
              """
              03 00 00 00 00 04                               # A-ASSOCIATE-RJ, 4 bytes follow
              00 01 01 07                                     # reserved, result 1, source 1, reason 7
              """),
          new AssociateRj(1, 1, 7));

  static final Fixture ASSOCIATE_RJ_RESERVED_CODES =
      new Fixture(
          "associate rj reserved codes",
          Hex.parse(
              """
              03 00 00 00 00 04                               # A-ASSOCIATE-RJ, 4 bytes follow
              00 09 00 C8                                     # reserved, result 9, source 0, reason 200
              """),
          new AssociateRj(9, 0, 200));

  static final Fixture P_DATA_TF_ONE_PDV =
      new Fixture(
          "p data tf one pdv",
          Hex.parse(
              """
              04 00 00 00 00 1C                               # P-DATA-TF, 28 bytes follow
              00 00 00 18 01 03                               # PDV, 24 bytes: context ID 1, control header 03H
              00 00 00 00 04 00 00 00                         # (0000,0000) group length, 4 bytes
              0A 00 00 00                                     # 10
              00 00 00 01 02 00 00 00                         # (0000,0100) Command Field, 2 bytes
              30 00                                           # 0030H
              """),
          new PDataTf(
              List.of(
                  Pdv.command(
                      1,
                      true,
                      Octets.parseHex(
                          "00 00 00 00 04 00 00 00 0A 00 00 00 00 00 00 01 02 00 00 00 30 00")))));

  static final Fixture P_DATA_TF_PACKED =
      new Fixture(
          "p data tf packed",
          Hex.parse(
              """
              04 00 00 00 00 22                               # P-DATA-TF, 34 bytes follow
              00 00 00 0C 01 01                               # PDV, 12 bytes: context ID 1, control header 01H
              00 00 00 01 02 00 00 00                         # (0000,0100) Command Field, 2 bytes
              01 00                                           # 0001H
              00 00 00 06 03 00                               # PDV, 6 bytes: context ID 3, control header 00H
              01 02 03 04                                     # data set
              00 00 00 04 03 02                               # PDV, 4 bytes: context ID 3, control header 02H
              05 06                                           # data set
              """),
          new PDataTf(
              List.of(
                  Pdv.command(1, false, Octets.parseHex("00 00 00 01 02 00 00 00 01 00")),
                  new Pdv(3, 0, Octets.parseHex("01 02 03 04")),
                  new Pdv(3, 2, Octets.parseHex("05 06")))));

  static final Fixture P_DATA_TF_EMPTY_PDV =
      new Fixture(
          "p data tf empty pdv",
          Hex.parse(
              """
              04 00 00 00 00 06                               # P-DATA-TF, 6 bytes follow
              00 00 00 02 FF 02                               # PDV, 2 bytes: context ID 255, control header 02H
                                                              # data set
              """),
          new PDataTf(List.of(new Pdv(255, 2, Octets.EMPTY))));

  static final Fixture RELEASE_RQ =
      new Fixture(
          "release rq",
          Hex.parse(
              """
              05 00 00 00 00 04                               # A-RELEASE-RQ, 4 bytes follow
              00 00 00 00                                     # reserved
              """),
          new ReleaseRq());

  static final Fixture RELEASE_RP =
      new Fixture(
          "release rp",
          Hex.parse(
              """
              06 00 00 00 00 04                               # A-RELEASE-RP, 4 bytes follow
              00 00 00 00                                     # reserved
              """),
          new ReleaseRp());

  static final Fixture ABORT_BY_USER =
      new Fixture(
          "abort by user",
          Hex.parse(
              """
              07 00 00 00 00 04                               # A-ABORT, 4 bytes follow
              00 00 00 00                                     # reserved (2), source 0, reason 0
              """),
          Abort.byServiceUser());

  static final Fixture ABORT_BY_PROVIDER =
      new Fixture(
          "abort by provider",
          Hex.parse(
              """
              07 00 00 00 00 04                               # A-ABORT, 4 bytes follow
              00 00 02 06                                     # reserved (2), source 2, reason 6
              """),
          Abort.byServiceProvider(Abort.INVALID_PDU_PARAMETER_VALUE));

  static final Fixture ABORT_RESERVED_CODES =
      new Fixture(
          "abort reserved codes",
          Hex.parse(
              """
              07 00 00 00 00 04                               # A-ABORT, 4 bytes follow
              00 00 01 03                                     # reserved (2), source 1, reason 3
              """),
          new Abort(1, 3));

  /** All of the above. */
  static List<Fixture> all() {
    return List.of(
        ASSOCIATE_RQ_BARE,
        ASSOCIATE_RQ_VERIFICATION,
        ASSOCIATE_RQ_EVERY_ITEM,
        ASSOCIATE_AC_BARE,
        ASSOCIATE_AC_EVERY_ITEM,
        ASSOCIATE_RJ_CALLED_AE,
        ASSOCIATE_RJ_RESERVED_CODES,
        P_DATA_TF_ONE_PDV,
        P_DATA_TF_PACKED,
        P_DATA_TF_EMPTY_PDV,
        RELEASE_RQ,
        RELEASE_RP,
        ABORT_BY_USER,
        ABORT_BY_PROVIDER,
        ABORT_RESERVED_CODES);
  }

  /** A fixture's field of 16 bytes for an AE title. */
  static AeTitleField title(String title) {
    return new AeTitle(title).toField();
  }

  static Octets ascii(String text) {
    return Octets.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
