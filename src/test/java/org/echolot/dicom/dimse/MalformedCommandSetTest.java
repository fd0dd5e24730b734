package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.echolot.dicom.pdu.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a command set can't be read, or is not the one that is due. */
class MalformedCommandSetTest {

  /** The bytes at which an element of {@link CommandSetTest#ECHO_RQ} begins, and its end. */
  private static final List<Integer> ELEMENTS = List.of(0, 12, 38, 48, 58, 68);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00                      | Element header                     | 0 | needs 8 bytes, but 1"
            + " are left",
        "00 00 00 00 04 00 00    | Element header                     | 0 | needs 8 bytes, but 7"
            + " are left",
        "00 00 00 01 02 00 00 00 | (0000,0100) Command Field length   | 4 | held 2 (00000002H), but"
            + " 0 bytes",
        "00 00 00 01 02 00 00 00 30 | (0000,0100) Command Field length | 4 | but 1 byte is left",
        "00 00 00 01 FF FF FF FF 30 00 | (0000,0100) Command Field length | 4 | held 4294967295"
            + " (FFFFFFFFH)",
        "00 00 00 01 00 00 00 80 30 00 | (0000,0100) Command Field length | 4 | held 2147483648"
            + " (80000000H)",
        "00 00 00 01 02 00 00 00 30 00 99 99 | Element header         | 10 | needs 8 bytes, but 2"
            + " are left",
        "99 99 01 00 01 00 00 00 | (9999,0001) length                 | 4 | held 1 (00000001H)",
      })
  void theFaultNamesFieldByteAndValue(String hex, String field, int offset, String held) {
    MalformedCommandException fault =
        catchThrowableOfType(
            MalformedCommandException.class, () -> CommandSet.decode(Octets.parseHex(hex)));
    assertThat(fault).isNotNull();
    assertThat(fault.field()).isEqualTo(field);
    assertThat(fault.offset()).isEqualTo(offset);
    assertThat(fault.held()).contains(held);
    assertThat(fault.section()).isEqualTo("PS3.7 6.3.1");
    assertThat(fault.description()).contains(field, "byte " + offset, "PS3.7 6.3.1");
  }

  @Test
  void aPrefixCanBeReadOnlyWhereAnElementEnds() {
    for (int length = 0; length < CommandSetTest.ECHO_RQ.length(); length++) {
      boolean isRead = isRead(CommandSetTest.ECHO_RQ.slice(0, length));
      assertThat(isRead).as("prefix of " + length).isEqualTo(ELEMENTS.contains(length));
    }
  }

  @Test
  void aLyingLengthIsAFaultAndNothingWorse() {
    for (int element : ELEMENTS.subList(0, 5)) {
      int length = CommandSetTest.ECHO_RQ.unsignedAt(element + 4);
      for (long lie : new long[] {length - 1, length + 1, 0, 0x7FFF_FFFFL, 0xFFFF_FFFFL}) {
        byte[] bytes = CommandSetTest.ECHO_RQ.toByteArray();
        for (int i = 0; i < 4; i++) {
          bytes[element + 4 + i] = (byte) (lie >>> (8 * i));
        }
        assertThat(isRead(Octets.of(bytes))).as("%d at byte %d", lie, element + 4).isFalse();
      }
    }
  }

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 10), LongStream.of(new Random().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedCommandSetIsAFaultOrACommandSetAndNothingWorse(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = CommandSetTest.ECHO_RQ.toByteArray();
      for (int j = random.nextInt(1, 4); j > 0; j--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(0x100);
      }
      isRead(Octets.of(bytes));
    }
  }

  @Test
  void anotherCommandIsNamed() throws Exception {
    CommandSet request = CommandSet.decode(CommandSetTest.ECHO_RQ).commandSet();
    CommandSet response = CommandSet.decode(CommandSetTest.ECHO_RSP).commandSet();
    assertThatExceptionOfType(MalformedCommandException.class)
        .isThrownBy(() -> CEchoRsp.from(request))
        .withMessageContaining("held 0030H (C-ECHO-RQ) instead of 8030H (C-ECHO-RSP)")
        .satisfies(fault -> assertThat(fault.offset()).isEqualTo(38));
    assertThatExceptionOfType(MalformedCommandException.class)
        .isThrownBy(() -> CEchoRq.from(response))
        .withMessageContaining("held 8030H (C-ECHO-RSP) instead of 0030H (C-ECHO-RQ)")
        .satisfies(fault -> assertThat(fault.offset()).isEqualTo(12));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        CommandSet.COMMAND_FIELD,
        CommandSet.MESSAGE_ID_BEING_RESPONDED_TO,
        CommandSet.COMMAND_DATA_SET_TYPE,
        CommandSet.STATUS
      })
  void aResponseThatLacksARequiredElementIsRefused(int missing) throws Exception {
    Octets bytes = CommandSetTest.ECHO_RSP;
    int at = List.of(0x0100, 0x0120, 0x0800, 0x0900).indexOf(missing) * 10 + 12;
    Octets without =
        Octets.parseHex(bytes.slice(0, at).toHex() + bytes.slice(at + 10, bytes.length()).toHex());
    CommandSet set = CommandSet.decode(without).commandSet();
    assertThatExceptionOfType(MalformedCommandException.class)
        .isThrownBy(() -> CEchoRsp.from(set))
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo(CommandSet.nameOf(missing));
              assertThat(fault.held()).isEqualTo("is missing");
              assertThat(fault.offset()).isEqualTo(without.length());
            });
  }

  @Test
  void whatIsMissingIsMissedAtTheEndOfWhatCame() throws Exception {
    Octets noGroupLength = Octets.parseHex("00 00 00 01 02 00 00 00 30 00");
    CommandSet set = CommandSet.decode(noGroupLength).commandSet();
    assertThatExceptionOfType(MalformedCommandException.class)
        .isThrownBy(() -> CEchoRq.from(set))
        .satisfies(fault -> assertThat(fault.offset()).isEqualTo(10));
  }

  @Test
  void aNumberOfAnotherLengthIsNamedWhereItStands() throws Exception {
    // Message ID of 4 bytes, before the Command Field.
    Octets bytes =
        Octets.parseHex("00 00 10 01 04 00 00 00 07 00 00 00 00 00 00 01 02 00 00 00 30 00");
    CommandSet set = CommandSet.decode(bytes).commandSet();
    assertThatExceptionOfType(MalformedCommandException.class)
        .isThrownBy(() -> CEchoRq.from(set))
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("(0000,0110) Message ID");
              assertThat(fault.held()).isEqualTo("held 4 bytes, but it must be 2");
              assertThat(fault.offset()).isZero();
            });
  }

  /** Reads {@code bytes}; any exception but the one that is declared gets out. */
  private static boolean isRead(Octets bytes) {
    CommandSet.Decoded decoded;
    try {
      decoded = CommandSet.decode(bytes);
    } catch (MalformedCommandException fault) {
      assertThat(fault.offset()).isBetween(0, bytes.length());
      return false;
    }
    assertThat(decoded.commandSet().toString()).isNotNull();
    Octets written = decoded.commandSet().encode();
    try {
      CommandSet again = CommandSet.decode(written).commandSet();
      Set<Integer> tags = new TreeSet<>(again.elements().keySet());
      tags.remove(CommandSet.GROUP_LENGTH);
      for (int tag : tags) {
        assertThat(again.elements()).containsEntry(tag, decoded.commandSet().elements().get(tag));
      }
      assertThat(again.encode()).isEqualTo(written);
    } catch (MalformedCommandException fault) {
      throw new AssertionError("can't be read again: " + written.toHex(), fault);
    }
    return true;
  }
}
