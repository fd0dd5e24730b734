package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A warning by which a peer is marked is somebody's move. */
class WarningStepTest {

  @ParameterizedTest
  @EnumSource
  void whatMarksAPeerIsSomebodysMoveWhoIsToldWhatToDo(Warning.Code code) {
    Warning warning = new Warning(code, "It is so.");

    assertThat(WarningStep.of(warning).isPresent())
        .isEqualTo(code.marksThePeer() && code.move() != Move.NOBODY);
    WarningStep.of(warning)
        .ifPresent(
            step -> {
              assertThat(step.move()).isNotEqualTo(Move.NOBODY);
              assertThat(step.text()).endsWith(".");
              assertThat(step.text().split("\\s+", -1)).hasSizeLessThanOrEqualTo(25);
            });
  }

  @Test
  void aDeadAddressOfTheHostsFileIsNoMatterOfTheNetworkTeam() {
    assertThat(
            WarningStep.of(new Warning(Warning.Code.DEAD_ADDRESS, "It refused.", Move.OURS))
                .orElseThrow()
                .text())
        .isEqualTo(
            "Check in the hosts file of this computer whether the address that the warning names"
                + " should still belong to the name.");
  }

  @Test
  void whoseMoveSeveralWarningsAreIsOfAllOfThem() {
    WarningStep ours = new WarningStep(Move.OURS, "Check again.");
    WarningStep peers = new WarningStep(Move.PEER_ADMINISTRATOR, "Ask.");
    WarningStep networks = new WarningStep(Move.NETWORK, "Ask.");

    assertThat(WarningStep.moveOf(List.of())).isEqualTo(Move.NOBODY);
    assertThat(WarningStep.moveOf(List.of(networks))).isEqualTo(Move.NETWORK);
    assertThat(WarningStep.moveOf(List.of(peers, peers))).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(WarningStep.moveOf(List.of(ours, peers))).isEqualTo(Move.OURS_OR_PEER);
    assertThat(WarningStep.moveOf(List.of(networks, peers))).isEqualTo(Move.PEER_ADMINISTRATOR);
  }
}
