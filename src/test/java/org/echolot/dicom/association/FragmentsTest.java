package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting messages and joining them again. */
class FragmentsTest {

  /** 70 bytes long. */
  private static final CommandSet COMMAND =
      new CommandSet.Builder()
          .uid(CommandSet.AFFECTED_SOP_CLASS_UID, "0123456789".repeat(5))
          .build();

  private static final Octets DATA_SET =
      Octets.of("0123456789".repeat(7).getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 6, 7, 8, 9, 10, 16, 75, 76, 77, 16_384, 4_294_967_295L})
  void whatIsCutIsJoinedAgainWhateverTheReceiverTakes(long maxPduLength) {
    List<PDataTf> pdus = Fragments.of(Message.of(5, COMMAND), maxPduLength);
    CommandAssembler assembler = new CommandAssembler();
    Octets whole = null;
    for (PDataTf pdu : pdus) {
      assertThat(whole).isNull();
      assertThat(pdu.pdvs()).hasSize(1);
      Pdv pdv = pdu.pdvs().getFirst();
      assertThat(pdv.contextId()).isEqualTo(5);
      assertThat(pdv.isCommand()).isTrue();
      assertThat(pdv.data().length() % 2).isZero();
      if (maxPduLength >= 8) {
        assertThat(PduEncoder.encode(pdu).length() - 6L).isLessThanOrEqualTo(maxPduLength);
      }
      whole = assembler.add(pdv);
    }

    assertThat(whole).isEqualTo(COMMAND.encode());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 6, 7, 8, 9, 10, 16, 75, 76, 77, 16_384, 4_294_967_295L})
  void aDataSetFollowsTheWholeCommandSet(long maxPduLength) throws Exception {
    List<PDataTf> pdus = Fragments.of(new Message(5, COMMAND, DATA_SET), maxPduLength);
    MessageReader reader = new MessageReader("a command set", false);
    for (PDataTf pdu : pdus) {
      assertThat(pdu.pdvs()).hasSize(1);
      if (maxPduLength >= 8) {
        assertThat(PduEncoder.encode(pdu).length() - 6L).isLessThanOrEqualTo(maxPduLength);
      }
      reader.arrived(pdu);
    }

    assertThat(pdus.stream().map(pdu -> pdu.pdvs().getFirst()).filter(Pdv::isLast))
        .extracting(Pdv::isCommand)
        .containsExactly(true, false);
    assertThat(reader.command(5)).isEqualTo(COMMAND.encode());
    assertThat(reader.dataSet(5)).isEqualTo(DATA_SET);
    assertThat(reader.nextContextId()).isEmpty();
  }

  @Test
  void aReceiverWithoutAMaximumGetsItInOnePiece() {
    assertThat(Fragments.of(Message.of(1, COMMAND), 0)).hasSize(1);
    assertThat(Fragments.of(Message.of(1, COMMAND), 76)).hasSize(1);
    assertThat(Fragments.of(Message.of(1, COMMAND), 75)).hasSize(2);
  }

  @Test
  void anEmptyDataSetIsStillOneFragment() {
    assertThat(Fragments.of(new Message(1, COMMAND, Octets.EMPTY), 0)).hasSize(2);
  }

  @Test
  void moreThanAnyCommandNeedsIsThrownAway() {
    CommandAssembler assembler = new CommandAssembler();
    Octets chunk = Octets.of(new byte[16_384]);
    for (int i = 0; i < 4; i++) {
      assertThat(assembler.add(Pdv.command(1, false, chunk))).isNull();
      assertThat(assembler.isOversized()).isFalse();
    }

    assertThat(assembler.add(Pdv.command(1, true, chunk))).isNull();
    assertThat(assembler.isOversized()).isTrue();
  }
}
