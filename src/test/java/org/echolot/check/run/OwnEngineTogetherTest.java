package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.Outcome;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;

/** Many checks at once, listeners that throw, and what is left afterwards. */
class OwnEngineTogetherTest extends EchoEngineContract {

  private static final EchoEngine ENGINE = new OwnEngine();

  @Override
  EchoEngine engine() {
    return ENGINE;
  }

  @Test
  void twoHundredChecksAtOnceAllSucceedAndLeaveNothingOpen() throws Exception {
    check(Line::serveEcho);
    int threadsBefore = platformThreads();
    // The peer's close waits for each of its scripts, and each for our close.
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      List<CompletableFuture<CheckResult>> checks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        CompletableFuture<CheckResult> check = new CompletableFuture<>();
        checks.add(check);
        Threads.startVirtual(
            "check",
            () ->
                check.complete(ENGINE.check(request(peer.port()), new Story(), new StopSignal())));
      }
      for (CompletableFuture<CheckResult> check : checks) {
        assertThatResult(check.get(30, TimeUnit.SECONDS)).succeeded();
      }
      assertThat(peer.connections()).isEqualTo(200);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(platformThreads()).isLessThan(threadsBefore + 8));
  }

  @Test
  void aListenerThatThrowsChangesNothing() {
    CheckListener broken =
        event -> {
          if (event instanceof CheckStarted || event instanceof StageEnded) {
            throw new IllegalStateException("broken listener");
          }
        };
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> uncaught.add(e));
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      CheckResult result = ENGINE.check(request(peer.port()), broken, new StopSignal());

      assertThatResult(result).succeeded();
      assertThat(uncaught).hasSize(7).allMatch(IllegalStateException.class::isInstance);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void anInterruptIsAStopAndNoFaultOfThePeer() throws Exception {
    CompletableFuture<CheckResult> check = new CompletableFuture<>();
    CompletableFuture<Thread> checking = new CompletableFuture<>();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.receive();
              checking.get(5, TimeUnit.SECONDS).interrupt();
              line.discardUntilClosed();
            })) {
      checking.complete(
          Threads.startVirtual(
              "check",
              () ->
                  check.complete(
                      ENGINE.check(request(peer.port()), CheckListener.NONE, new StopSignal()))));
      CheckResult result = check.get(10, TimeUnit.SECONDS);

      assertThat(result.outcome()).as("%s", result).isEqualTo(Outcome.CANCELLED);
    }
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }
}
