package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class NetworkTextTest {

  private static String textOf(ScriptedPeer peer) {
    return NetworkText.of(
            new OwnEngine()
                .check(
                    CheckRequest.of(
                        "p", new AeTitle("P"), new AeTitle("E"), "127.0.0.1", peer.port()),
                    CheckListener.NONE,
                    new StopSignal()))
        .orElseThrow();
  }

  @Test
  void aPeerThatTakesItsTimeIsToldFromTheNetwork() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.pause(Duration.ofMillis(400));
              line.send(Answers.acceptance(rq));
              PDataTf _ = line.receive(PDataTf.class);
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            })) {
      assertThat(textOf(peer))
          .startsWith("round trip 0.")
          .containsPattern(
              "Associate took 4[0-9][0-9] ms, of which the network took 0\\.[0-9]+ ms: the peer,"
                  + " or a proxy in front of it, is slow");
    }
  }

  @Test
  void ofAQuickPeerTheNetworkAloneIsTold() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      assertThat(textOf(peer)).endsWith("path MTU 65535 bytes");
    }
  }

  /** What never came says nothing of who was slow: it may have been lost in transit. */
  @Test
  void ofAnAnswerThatNeverCameNobodyIsSaidToBeSlow() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              AssociateRq _ = line.receive(AssociateRq.class);
              line.pause(Duration.ofMillis(700));
            })) {
      assertThat(textOf(peer)).doesNotContain("slow");
    }
  }
}
