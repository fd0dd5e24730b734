package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Hex;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Uids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommandSetTest {

  /** C-ECHO-RQ, Message ID 7. */
  static final Octets ECHO_RQ =
      Hex.parse(
          """
          00 00 00 00 04 00 00 00  38 00 00 00            # (0000,0000) Command Group Length 56
          00 00 02 00 12 00 00 00                         # (0000,0002) Affected SOP Class UID
          31 2E 32 2E 38 34 30 2E 31 30 30 30 38 2E 31 2E # "1.2.840.10008.1."
          31 00                                           # "1", padded with NUL
          00 00 00 01 02 00 00 00  30 00                  # (0000,0100) Command Field 0030H
          00 00 10 01 02 00 00 00  07 00                  # (0000,0110) Message ID 7
          00 00 00 08 02 00 00 00  01 01                  # (0000,0800) Command Data Set Type 0101H
          """);

  /** C-ECHO-RSP to Message ID 258, status 0122H, without its optional elements. */
  static final Octets ECHO_RSP =
      Hex.parse(
          """
          00 00 00 00 04 00 00 00  28 00 00 00            # (0000,0000) Command Group Length 40
          00 00 00 01 02 00 00 00  30 80                  # (0000,0100) Command Field 8030H
          00 00 20 01 02 00 00 00  02 01                  # (0000,0120) ... Being Responded To 258
          00 00 00 08 02 00 00 00  01 01                  # (0000,0800) Command Data Set Type 0101H
          00 00 00 09 02 00 00 00  22 01                  # (0000,0900) Status 0122H
          """);

  private static final String GROUP_LENGTH_4 = "00 00 00 00 04 00 00 00 ";
  private static final String COMMAND = "00 00 00 01 02 00 00 00 30 00 ";
  private static final String MESSAGE_ID = "00 00 10 01 02 00 00 00 07 00 ";

  @Test
  void aRequestIsReadAndWrittenAsItCame() throws Exception {
    CommandSet.Decoded decoded = CommandSet.decode(ECHO_RQ);
    assertThat(decoded.deviations()).isEmpty();
    assertThat(CEchoRq.from(decoded.commandSet())).isEqualTo(new CEchoRq(7, Uids.VERIFICATION));
    assertThat(decoded.commandSet().encode()).isEqualTo(ECHO_RQ);
    assertThat(new CEchoRq(7).toCommandSet().encode()).isEqualTo(ECHO_RQ);
  }

  @Test
  void aResponseIsReadAndWrittenAsItCame() throws Exception {
    CommandSet.Decoded decoded = CommandSet.decode(ECHO_RSP);
    assertThat(decoded.deviations()).isEmpty();
    CEchoRsp rsp = new CEchoRsp(258, 0x0122, null, null);
    assertThat(CEchoRsp.from(decoded.commandSet())).isEqualTo(rsp);
    assertThat(decoded.commandSet().encode()).isEqualTo(ECHO_RSP);
    assertThat(rsp.toCommandSet().encode()).isEqualTo(ECHO_RSP);
  }

  @Test
  void successAnswersTheMessageIdOfItsRequest() throws Exception {
    CommandSet sent = CEchoRsp.successTo(new CEchoRq(65_535)).toCommandSet();
    assertThat(CEchoRsp.from(CommandSet.decode(sent.encode()).commandSet()))
        .isEqualTo(new CEchoRsp(65_535, 0, Uids.VERIFICATION, null));
  }

  @Test
  void aMissingGroupLengthIsSaid() throws Exception {
    assertDeviations(
        COMMAND + MESSAGE_ID, tuple("(0000,0000) Command Group Length", 0, "is missing"));
  }

  @Test
  void aWrongGroupLengthIsSaid() throws Exception {
    assertDeviations(
        GROUP_LENGTH_4 + "FF FF FF FF " + COMMAND,
        tuple("(0000,0000) Command Group Length", 0, "held 4294967295, but 10 bytes follow"));
    assertDeviations(
        GROUP_LENGTH_4 + "0B 00 00 00 " + COMMAND,
        tuple("(0000,0000) Command Group Length", 0, "held 11, but 10 bytes follow"));
    assertDeviations(
        "00 00 00 00 02 00 00 00 0A 00 " + COMMAND,
        tuple("(0000,0000) Command Group Length", 0, "held 2 bytes: 0A 00, but 10 bytes follow"));
  }

  @Test
  void aGroupLengthThatStandsElsewhereIsNamedWhereItStands() throws Exception {
    assertDeviations(
        COMMAND + GROUP_LENGTH_4 + "0B 00 00 00",
        tuple("(0000,0000) Command Group Length", 10, "does not stand in the order of the tags"),
        tuple("(0000,0000) Command Group Length", 10, "held 11, but 10 bytes follow"));
  }

  @Test
  void elementsOutOfOrderAreFoundAllTheSame() throws Exception {
    Octets bytes = Octets.parseHex(GROUP_LENGTH_4 + "14 00 00 00 " + MESSAGE_ID + COMMAND);
    CommandSet.Decoded decoded = CommandSet.decode(bytes);
    assertThat(CEchoRq.from(decoded.commandSet()).messageId()).isEqualTo(7);
    assertDeviations(
        bytes, tuple("(0000,0100) Command Field", 22, "does not stand in the order of the tags"));
  }

  @Test
  void ofAnElementThatCameTwiceTheFirstCounts() throws Exception {
    Octets bytes =
        Octets.parseHex(
            GROUP_LENGTH_4 + "1E 00 00 00 " + COMMAND + MESSAGE_ID + MESSAGE_ID.replace("7", "8"));
    assertThat(CEchoRq.from(CommandSet.decode(bytes).commandSet()).messageId()).isEqualTo(7);
    assertDeviations(bytes, tuple("(0000,0110) Message ID", 32, "came twice; the first counts"));
  }

  @Test
  void anOddLengthIsReadAsItStands() throws Exception {
    Octets bytes =
        Octets.parseHex(GROUP_LENGTH_4 + "15 00 00 00 00 00 02 00 03 00 00 00 31 2E 32 " + COMMAND);
    assertThat(CommandSet.decode(bytes).commandSet().text(CommandSet.AFFECTED_SOP_CLASS_UID))
        .contains("1.2");
    assertDeviations(
        bytes, tuple("(0000,0002) Affected SOP Class UID", 16, "has an odd length, 3"));
  }

  @Test
  void elementsOfOtherGroupsAreKeptAndSaid() throws Exception {
    Octets bytes =
        Octets.parseHex(
            GROUP_LENGTH_4
                + "1C 00 00 00 "
                + COMMAND
                + "08 00 16 00 02 00 00 00 31 00 "
                + "FF FF FF FF 00 00 00 00");
    CommandSet.Decoded decoded = CommandSet.decode(bytes);
    assertThat(decoded.commandSet().elements().sequencedKeySet())
        .containsExactly(0, CommandSet.COMMAND_FIELD, 0x0008_0016, 0xFFFF_FFFF);
    assertDeviations(
        bytes,
        tuple("(0008,0016)", 22, "is not of group 0000H"),
        tuple("(FFFF,FFFF)", 32, "is not of group 0000H"));
    assertThat(decoded.commandSet().encode()).isEqualTo(bytes);
  }

  @Test
  void aHighTagBeforeALowOneIsOutOfOrder() throws Exception {
    assertDeviations(
        "FF FF FF FF 00 00 00 00" + COMMAND,
        tuple("(FFFF,FFFF)", 0, "is not of group 0000H"),
        tuple("(0000,0100) Command Field", 8, "does not stand in the order of the tags"),
        tuple("(0000,0000) Command Group Length", 0, "is missing"));
  }

  @Test
  void noMoreThanAFewDeviationsAreKept() throws Exception {
    Octets bytes = Octets.parseHex("08 00 00 00 01 00 00 00 31 ".repeat(7_000));
    assertThat(CommandSet.decode(bytes).deviations()).hasSizeBetween(16, 20);
  }

  @Test
  void anEmptyCommandSetLacksEverything() throws Exception {
    CommandSet.Decoded decoded = CommandSet.decode(Octets.EMPTY);
    assertThat(decoded.commandSet().elements()).isEmpty();
    assertThat(decoded.deviations()).extracting(Deviation::description).contains("is missing");
  }

  @Test
  void charactersAreWithoutTheirPadding() throws Exception {
    CommandSet set =
        CommandSet.decode(Octets.parseHex("00 00 02 09 06 00 00 00 20 41 0A 20 00 20"))
            .commandSet();
    assertThat(set.text(CommandSet.ERROR_COMMENT)).contains(" A\n");
    CommandSet lineEnd =
        CommandSet.decode(Octets.parseHex("00 00 02 09 04 00 00 00 41 20 20 0A")).commandSet();
    assertThat(lineEnd.text(CommandSet.ERROR_COMMENT)).contains("A  \n");
    assertThat(lineEnd.text(CommandSet.AFFECTED_SOP_CLASS_UID)).isEmpty();
  }

  @Test
  @Timeout(20)
  void aLongRunOfBlanksCostsNoTime() throws Exception {
    String blanks = "20".repeat(65_000) + "41 41";
    Octets bytes = Octets.parseHex("00 00 02 09 EA FD 00 00" + blanks);
    CommandSet set = CommandSet.decode(bytes).commandSet();
    for (int i = 0; i < 20; i++) {
      assertThat(set.text(CommandSet.ERROR_COMMENT).orElse("")).hasSize(65_002);
    }
  }

  @Test
  void valuesAreShownAsADumpShowsThem() throws Exception {
    CommandSet set =
        CommandSet.decode(
                Octets.parseHex(
                    GROUP_LENGTH_4
                        + "78 56 34 12 "
                        + COMMAND
                        + MESSAGE_ID
                        + "00 00 00 09 03 00 00 00 01 02 03 00 00 00 10 C8 00 00 00 "
                        + "FF".repeat(200)))
            .commandSet();
    assertThat(set.valueText(CommandSet.GROUP_LENGTH)).isEqualTo("305419896");
    assertThat(set.valueText(CommandSet.COMMAND_FIELD)).isEqualTo("0030H");
    assertThat(set.valueText(CommandSet.MESSAGE_ID)).isEqualTo("7");
    assertThat(set.valueText(CommandSet.STATUS)).isEqualTo("01 02 03");
    assertThat(set.valueText(0x1000)).hasSizeLessThan(200);
    assertThat(set.valueText(0x1234)).isEmpty();
    assertThat(set.toString())
        .contains("(0000,0100) Command Field 0030H, (0000,0110) Message ID 7");
  }

  @Test
  void whatDoesNotFitIsRefusedAndNotCut() {
    CommandSet.Builder builder = new CommandSet.Builder();
    for (int value : List.of(-1, 65_536)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.unsignedShort(CommandSet.MESSAGE_ID, value))
          .withMessageContaining("Message ID is " + value);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.uid(CommandSet.AFFECTED_SOP_CLASS_UID, "1.2.\u0660"))
        .withMessageContaining("Affected SOP Class UID");
  }

  @Test
  void whatIsBuiltIsOnItsOwn() {
    CommandSet.Builder builder = new CommandSet.Builder();
    CommandSet before = builder.unsignedShort(CommandSet.MESSAGE_ID, 1).build();
    builder.unsignedShort(CommandSet.MESSAGE_ID, 2);
    assertThat(before.valueText(CommandSet.MESSAGE_ID)).isEqualTo("1");
  }

  private static void assertDeviations(String hex, Tuple... expected) throws Exception {
    assertDeviations(Octets.parseHex(hex), expected);
  }

  private static void assertDeviations(Octets bytes, Tuple... expected) throws Exception {
    assertThat(CommandSet.decode(bytes).deviations())
        .extracting(Deviation::field, Deviation::offset, Deviation::description)
        .containsExactly(expected);
  }

  @Test
  void whatIsBuiltHasTheGroupLengthThatIsSent() throws Exception {
    CommandSet built = new CEchoRq(1).toCommandSet();

    assertThat(built.valueText(CommandSet.GROUP_LENGTH)).isEqualTo("56");
    assertThat(CommandSet.decode(built.encode()).commandSet()).isEqualTo(built);
  }
}
