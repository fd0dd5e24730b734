package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.journal.Journal;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.CertificateKit;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;

/**
 * Good peers checked by one fleet alone, and beside as many bad ones, in turns: whether the bad
 * ones change what is measured of the good. Started by {@code bin/bench beside}.
 */
public final class Beside {

  private static final int PEERS = 50;
  private static final int ROUNDS = 10;
  private static final Timeouts SHORT = Timeouts.all(Duration.ofSeconds(2));

  private final PrintStream out;
  private final Fleet fleet = new Fleet(new OwnEngine(), new Journal(), 2 * PEERS);

  private Beside(PrintStream out) {
    this.out = out;
  }

  /**
   * @param args nothing, or how many rounds
   */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    System.out.println(Bench.machine());
    new Beside(System.out).compare(rounds);
    System.out.println(Bench.machine());
    System.exit(0);
  }

  private void compare(int rounds) throws Exception {
    Path folder = Files.createTempDirectory("beside");
    Path trusted = new CertificateKit(folder).selfSigned("bad").make().file();
    TlsSettings tls = new TlsSettings(trusted, null, null, null, true, null, TlsProfile.RUNTIME);
    Map<CheckStage, Samples> alone = new EnumMap<>(CheckStage.class);
    Map<CheckStage, Samples> beside = new EnumMap<>(CheckStage.class);
    List<ScriptedPeer> good = new ArrayList<>();
    try (BadPeers bad = new BadPeers(PEERS)) {
      for (int i = 0; i < PEERS; i++) {
        good.add(ScriptedPeer.answering());
      }
      List<CheckRequest> goodOnes = good.stream().map(Beside::request).toList();
      List<CheckRequest> badOnes =
          bad.requests(tls).stream().map(request -> request.withTimeouts(SHORT)).toList();
      for (int i = 0; i < rounds; i++) {
        check(goodOnes, List.of(), i == 0 ? new EnumMap<>(CheckStage.class) : alone);
        check(goodOnes, badOnes, i == 0 ? new EnumMap<>(CheckStage.class) : beside);
      }
    } finally {
      good.forEach(ScriptedPeer::close);
    }
    alone.forEach(
        (stage, samples) -> row(stage, samples, Objects.requireNonNull(beside.get(stage))));
  }

  private static CheckRequest request(ScriptedPeer peer) {
    return CheckRequest.of(
        "good", new AeTitle("GOOD"), new AeTitle("BENCH"), "127.0.0.1", peer.port());
  }

  /** Checks all at once, the bad ones first, and waits for all. */
  private void check(
      List<CheckRequest> good, List<CheckRequest> bad, Map<CheckStage, Samples> times)
      throws InterruptedException, IOException {
    CountDownLatch bothEnded = new CountDownLatch(good.size() + bad.size());
    List<CheckResult> results = new ArrayList<>();
    FleetListener listener =
        new FleetListener() {
          @Override
          public void checkEnded(CheckEnded ended) {
            if (ended.request().name().equals("good")) {
              synchronized (results) {
                results.add(ended.result());
              }
            }
            bothEnded.countDown();
          }
        };
    FleetRun _ = fleet.start(bad, listener);
    FleetRun _ = fleet.start(good, listener);
    bothEnded.await();
    for (CheckResult result : results) {
      if (!result.isSuccess()) {
        throw new IOException("a good peer failed: " + result);
      }
      result.stages().stream()
          .filter(stage -> stage.state() != StageState.SKIPPED)
          .forEach(
              stage ->
                  times
                      .computeIfAbsent(stage.stage(), _ -> new Samples())
                      .add(stage.duration().toNanos()));
    }
  }

  private void row(CheckStage stage, Samples alone, Samples beside) {
    out.printf(
        Locale.ROOT,
        "  %-10s alone median %7.3f p90 %7.3f max %7.3f ms   beside bad ones median %7.3f p90 %7.3f"
            + " max %7.3f ms   ratio of medians %.2f, worst difference %.1f ms (aim: 50 or less)%n",
        stage,
        alone.medianMillis(),
        alone.percentileMillis(90),
        alone.percentileMillis(100),
        beside.medianMillis(),
        beside.percentileMillis(90),
        beside.percentileMillis(100),
        beside.medianMillis() / alone.medianMillis(),
        beside.percentileMillis(100) - alone.percentileMillis(100));
  }
}
