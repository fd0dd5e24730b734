package org.echolot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;

/** How much of what a peer pours out is taken from it, and so what it costs those beside it. */
class FloodsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What the system takes for us, and what we take in a second; a fast peer sends much more. */
  private static final long MOST_BYTES = 60_000_000;

  private static CheckResult check(Script script) {
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      CheckRequest request =
          CheckRequest.of(
                  "Peer", new AeTitle("FLOOD"), new AeTitle("ECHOLOT"), "127.0.0.1", peer.port())
              .withTimeouts(
                  new Timeouts(
                      SECOND.multipliedBy(20), SECOND, SECOND.multipliedBy(20), SECOND, SECOND));
      return new OwnEngine().check(request, CheckListener.NONE, new StopSignal());
    }
  }

  private static Octets data(int size) {
    return PduEncoder.encode(
        new PDataTf(List.of(Pdv.dataSet(1, false, Octets.of(new byte[size])))));
  }

  @Test
  void ofAFloodAtReleaseLittleIsTaken() {
    Octets pdu = data(16_000);
    AtomicLong sent = new AtomicLong();

    CheckResult result =
        check(
            line -> {
              line.serveUntilRelease();
              sent.set(line.flood(pdu) * pdu.length());
            });

    assertThat(result.isSuccess()).as("%s", result).isTrue();
    assertThat(sent.get()).isLessThan(MOST_BYTES);
  }

  @Test
  void ofAFloodOfEmptyFragmentsLittleIsTakenUntilTheDeadline() {
    Octets pdu =
        PduEncoder.encode(
            new PDataTf(Collections.nCopies(2_500, Pdv.command(1, false, Octets.EMPTY))));
    AtomicLong sent = new AtomicLong();

    CheckResult result =
        check(
            line -> {
              line.serveUntilEcho();
              sent.set(line.flood(pdu) * pdu.length());
            });

    assertThat(result.cause()).as("%s", result).isEqualTo(Cause.ECHO_TIMEOUT);
    assertThat(sent.get()).isLessThan(MOST_BYTES);
  }
}
