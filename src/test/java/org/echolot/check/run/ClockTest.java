package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.StageResult;
import org.echolot.check.Timeouts;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** What is counted as the peer's time, and what not, whoever listens. */
class ClockTest extends EchoEngineContract {

  /** How long a listener takes for each event. */
  private static final Duration SLOW = Duration.ofMillis(300);

  /** Less than a single event of a slow listener; far more than a peer on a busy computer. */
  private static final Duration QUICK = Duration.ofMillis(250);

  private static final Duration A_FEW_MILLIS = Duration.ofMillis(10);

  private static final int AT_ONCE = 4;

  private static final EchoEngine ENGINE = new OwnEngine();

  @Override
  EchoEngine engine() {
    return ENGINE;
  }

  /** Nobody counts this down: who awaits it waits that long. */
  private final CountDownLatch never = new CountDownLatch(1);

  private void pause(Duration duration) throws InterruptedException {
    assertThat(never.await(duration.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
  }

  /** Several at a time, of which the best counts: what else the computer does is not meant. */
  @Test
  void aListenerThatIsSlowAtEveryEventChangesNoDuration() throws Exception {
    check(Line::serveEcho);
    List<CheckResult> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<CheckResult>> checks = Collections.nCopies(AT_ONCE, this::checkSlowlyTold);
      for (Future<CheckResult> result : threads.invokeAll(checks)) {
        results.add(result.get());
      }
    }

    for (CheckStage stage : CheckStage.values()) {
      assertThat(results)
          .as(stage.label())
          .extracting(result -> result.stage(stage).duration())
          .anyMatch(duration -> duration.compareTo(A_FEW_MILLIS) < 0);
    }
  }

  private CheckResult checkSlowlyTold() {
    AtomicInteger told = new AtomicInteger();
    CheckListener slow =
        _ -> {
          told.incrementAndGet();
          try {
            pause(SLOW);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        };
    long begun = System.nanoTime();
    CheckResult result;
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      result = ENGINE.check(request(peer.port()), slow, new StopSignal());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);

    assertThatResult(result).succeeded();
    assertThat(told).hasValueGreaterThan(20);
    assertThat(took).as("all is told").isGreaterThanOrEqualTo(SLOW.multipliedBy(told.get()));
    assertThat(result.stages())
        .extracting(StageResult::duration)
        .allMatch(duration -> duration.compareTo(QUICK) < 0);
    assertThat(result.warnings()).isEmpty();
    return result;
  }

  @Test
  void theTimeThatAPeerTakesIsCounted() {
    Duration associate = Duration.ofMillis(200);
    Duration echo = Duration.ofMillis(400);
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              pause(associate);
              line.send(Answers.acceptance(rq));
              line.receive(PDataTf.class);
              pause(echo);
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            });

    assertThatResult(result).succeeded();
    assertThat(result.stage(CheckStage.ASSOCIATE).duration())
        .isBetween(associate.minusMillis(1), associate.plus(QUICK));
    assertThat(result.stage(CheckStage.ECHO).duration())
        .isBetween(echo.minusMillis(1), echo.plus(QUICK));
    assertThat(result.stage(CheckStage.RELEASE).duration()).isLessThan(QUICK);
  }

  @Test
  void aStageThatRunsOutOfTimeReadsItsTimeOut() {
    Duration timeout = Duration.ofMillis(300);
    CheckResult result;
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(Line::staySilent)) {
      result =
          ENGINE.check(
              request(peer.port()).withTimeouts(Timeouts.all(timeout)).withTlsProbe(false),
              CheckListener.NONE,
              new StopSignal());
    }

    assertThat(result.cause()).isEqualTo(Cause.ASSOCIATE_TIMEOUT);
    assertThat(result.stage(CheckStage.ASSOCIATE).duration())
        .isBetween(timeout.minusMillis(2), timeout.plus(QUICK));
  }

  @Test
  void whatHappenedIsToldWhileThePeerIsSilent() throws Exception {
    CountDownLatch speak = new CountDownLatch(1);
    List<CheckEvent> told = new CopyOnWriteArrayList<>();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              assertThat(speak.await(9, TimeUnit.SECONDS)).isTrue();
              line.send(Answers.acceptance(rq));
              line.receive(PDataTf.class);
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            })) {
      CompletableFuture<CheckResult> check = new CompletableFuture<>();
      Threads.startVirtual(
          "check",
          () -> check.complete(ENGINE.check(request(peer.port()), told::add, new StopSignal())));

      await()
          .untilAsserted(
              () ->
                  assertThat(told)
                      .last()
                      .isInstanceOfSatisfying(
                          InAssociation.class,
                          inside -> assertThat(inside.event()).isInstanceOf(PduSent.class)));
      assertThat(told).first().isInstanceOf(CheckStarted.class);
      assertThat(check).isNotDone();
      speak.countDown();
      assertThatResult(check.get(30, TimeUnit.SECONDS)).succeeded();
    }
  }
}
