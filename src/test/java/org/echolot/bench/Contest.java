package org.echolot.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.Octets;
import org.echolot.realpeers.Echoscu;
import org.echolot.realpeers.RealPeer;

/**
 * All contestants against one peer, in turns, so that what slows the computer slows all of them.
 */
final class Contest {

  /** How many echoes a run of {@code echoscu --repeat} makes beyond its first. */
  private static final int REPEATED = 50;

  private static final String CALLED_AE = "ANY-SCP";

  private final RealPeer peer;
  private final OwnEngine engine = new OwnEngine();
  private final CheckRequest request;
  private final BareExchange bareExchange;

  final Samples bare = new Samples();
  final Samples check = new Samples();
  final Samples echoStage = new Samples();
  final Samples echoscu = new Samples();
  final Samples echoscuRepeated = new Samples();

  Contest(RealPeer peer) {
    this.peer = peer;
    this.request =
        CheckRequest.of(
            "bench", new AeTitle(CALLED_AE), new AeTitle("ECHOLOT"), "127.0.0.1", peer.port());
    this.bareExchange = new BareExchange(peer.port(), record());
  }

  /** The PDUs that a check sends. */
  private List<Octets> record() {
    List<Octets> sent = new ArrayList<>();
    CheckListener recorder =
        event -> {
          if (event instanceof InAssociation(PduSent pdu)) {
            sent.add(pdu.bytes());
          }
        };
    requireSuccess(engine.check(request, recorder, new StopSignal()));
    return sent;
  }

  /**
   * @param warmUp rounds whose times are thrown away
   * @param rounds rounds that count
   * @param processes how many times echoscu is run, spread over the rounds
   */
  void hold(int warmUp, int rounds, int processes) throws IOException {
    for (int i = 0; i < warmUp; i++) {
      timeBare();
      timeCheck();
    }
    int every = Math.max(1, rounds / processes);
    for (int i = 0; i < rounds; i++) {
      // Now one goes first, now the other.
      long bareNanos = i % 2 == 0 ? timeBare() : 0;
      CheckTimes times = timeCheck();
      check.add(times.total());
      echoStage.add(times.echo());
      bare.add(i % 2 == 0 ? bareNanos : timeBare());
      if (i % every == every - 1) {
        timeEchoscu();
      }
    }
  }

  /** One bare exchange, in nanoseconds. */
  long timeBare() throws IOException {
    long start = System.nanoTime();
    bareExchange.run();
    return System.nanoTime() - start;
  }

  private record CheckTimes(long total, long echo) {}

  private CheckTimes timeCheck() {
    long start = System.nanoTime();
    CheckResult result = engine.check(request, CheckListener.NONE, new StopSignal());
    long total = System.nanoTime() - start;
    requireSuccess(result);
    return new CheckTimes(total, result.echoTime().orElse(Duration.ZERO).toNanos());
  }

  private void timeEchoscu() {
    long one = timeEchoscu(1);
    echoscu.add(one);
    echoscuRepeated.add(Math.max(0, timeEchoscu(1 + REPEATED) - one) / REPEATED);
  }

  private long timeEchoscu(int echoes) {
    long start = System.nanoTime();
    Echoscu.Run run = Echoscu.run(peer.port(), CALLED_AE, "--repeat", String.valueOf(echoes));
    long nanos = System.nanoTime() - start;
    if (run.exitCode() != 0) {
      throw new IllegalStateException("echoscu failed: " + run.output());
    }
    return nanos;
  }

  private void requireSuccess(CheckResult result) {
    if (!result.isSuccess()) {
      throw new IllegalStateException(result.summary() + "\n" + peer.log());
    }
  }
}
