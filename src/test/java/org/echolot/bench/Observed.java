package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.Octets;

/**
 * Whether those who watch a check change what it reads: the times of its stages with all the
 * window's listeners, at trace, beside those with none, in turns against the same peer.
 */
final class Observed {

  private static final List<CheckStage> STAGES =
      List.of(CheckStage.CONNECT, CheckStage.ASSOCIATE, CheckStage.ECHO, CheckStage.RELEASE);

  private static final Duration WAIT = Duration.ofMillis(5);

  private final OwnEngine engine = new OwnEngine();
  private final PrintStream out;

  Observed(PrintStream out) {
    this.out = out;
  }

  private static CheckRequest request(int port) {
    return CheckRequest.of(
        "bench", new AeTitle("ANY-SCP"), new AeTitle("ECHOLOT"), "127.0.0.1", port);
  }

  /** Prints what a peer's stages read with and without listeners. */
  void compare(int port, int warmUp, int rounds) {
    CheckRequest request = request(port);
    Map<CheckStage, Samples> alone = samples();
    Map<CheckStage, Samples> watched = samples();
    try (WindowListeners window = new WindowListeners(engine)) {
      for (int i = 0; i < warmUp + rounds; i++) {
        CheckResult first = i % 2 == 0 ? alone(request) : window.check(request);
        CheckResult second = i % 2 == 0 ? window.check(request) : alone(request);
        if (i >= warmUp) {
          add(alone, i % 2 == 0 ? first : second);
          add(watched, i % 2 == 0 ? second : first);
        }
      }
    }
    for (CheckStage stage : STAGES) {
      double without = of(alone, stage).medianMillis();
      double with = of(watched, stage).medianMillis();
      out.printf(
          Locale.ROOT,
          "  %-10s nobody listens %8.3f ms   window's listeners %8.3f ms   ratio %.2f   (aim: 1.1"
              + " or less)%n",
          stage.label(),
          without,
          with,
          with / without);
    }
  }

  /** Prints what a peer reads that waits before each answer, with all listeners on. */
  void slowPeer(int port, int rounds) throws IOException {
    try (SlowPeer peer = new SlowPeer(answers(port), WAIT);
        WindowListeners window = new WindowListeners(engine)) {
      Map<CheckStage, Samples> watched = samples();
      for (int i = 0; i < rounds; i++) {
        add(watched, window.check(request(peer.port())));
      }
      for (CheckStage stage : List.of(CheckStage.ASSOCIATE, CheckStage.ECHO, CheckStage.RELEASE)) {
        Samples samples = of(watched, stage);
        out.printf(
            Locale.ROOT,
            "  %-10s of a peer that waits 5 ms: least %.3f ms   median %.3f ms   p90 %.3f ms  "
                + " (aim: 5 to 8)%n",
            stage.label(),
            samples.percentileMillis(0),
            samples.medianMillis(),
            samples.percentileMillis(90));
      }
    }
  }

  private List<Octets> answers(int port) {
    List<Octets> answers = new ArrayList<>();
    CheckListener recorder =
        event -> {
          if (event instanceof InAssociation(PduReceived received)) {
            answers.add(received.bytes());
          }
        };
    CheckResult _ = engine.check(request(port), recorder, new StopSignal());
    return answers;
  }

  private CheckResult alone(CheckRequest request) {
    return engine.check(request, CheckListener.NONE, new StopSignal());
  }

  private static Map<CheckStage, Samples> samples() {
    Map<CheckStage, Samples> samples = new EnumMap<>(CheckStage.class);
    STAGES.forEach(stage -> samples.put(stage, new Samples()));
    return samples;
  }

  private static Samples of(Map<CheckStage, Samples> samples, CheckStage stage) {
    return Objects.requireNonNull(samples.get(stage));
  }

  private static void add(Map<CheckStage, Samples> to, CheckResult result) {
    if (!result.isSuccess()) {
      throw new IllegalStateException(result.summary());
    }
    to.forEach((stage, samples) -> samples.add(result.stage(stage).duration().toNanos()));
  }
}
