package org.echolot.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.Stamp;
import org.echolot.concurrent.StopSignal;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That a watch makes its checks and tells of them; what it decides is in WatchBoardTest. */
class WatchTest {

  /** Fails those that are in the table, by address. */
  private static final class Scripted implements EchoEngine {
    private final ConcurrentMap<String, Cause> failing = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger checks = new AtomicInteger();

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
      AtomicInteger there = running.computeIfAbsent(request.address(), _ -> new AtomicInteger());
      mostAtOnce.accumulateAndGet(there.incrementAndGet(), Math::max);
      try {
        Cause cause = failing.get(request.host());
        return cause == null
            ? Ends.success(request, Instant.now())
            : Ends.failure(request, cause, Instant.now());
      } finally {
        there.decrementAndGet();
        checks.incrementAndGet();
      }
    }
  }

  private static final CheckRequest CT = Ends.request("CT 1", "10.1.2.3");
  private static final CheckRequest MR = Ends.request("MR 2", "10.1.2.4");

  private final Scripted engine = new Scripted();
  private final BlockingQueue<WatchEvent> told = new LinkedBlockingQueue<>();
  private final Pace quick = new Pace(Duration.ofMillis(50), Duration.ZERO, new Random(4));
  private final Watch watch = watch(OwnLine.ALWAYS_UP);

  private Watch watch(OwnLine line) {
    return new Watch(
        new Fleet(engine, new Journal(), 8),
        line,
        new WatchListener() {
          @Override
          public void happened(WatchEvent event) {
            told.add(event);
          }
        },
        quick,
        Stamp::now,
        () -> List.<InetAddress>of());
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private WatchEvent next() throws InterruptedException {
    WatchEvent event = told.poll(20, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event;
  }

  private static Watched every(CheckRequest request) {
    return new Watched(request, Duration.ofSeconds(10));
  }

  @Test
  void checksItsPeersAndTellsWhatAReaderWants() throws InterruptedException {
    engine.failing.put(MR.host(), Cause.REJECTED_CALLED_AE);
    watch.watch(List.of(every(CT), every(MR)));

    assertThat(List.of(next().text(), next().text()))
        .containsExactlyInAnyOrder("CT 1 answers", "MR 2 fails: Called AE title not recognized");
    assertThat(watch.standings())
        .extracting(Standing::state)
        .containsExactly(WatchState.ANSWERS, WatchState.FAILS);
    assertThat(watch.events()).hasSize(2);
  }

  @Test
  void twoPeersOfOneHostAndPortAreNeverCheckedAtATime() {
    List<Watched> sameHost =
        List.of(
            every(Ends.request("A", "10.1.2.3")),
            every(Ends.request("B", "10.1.2.3")),
            every(Ends.request("C", "10.1.2.3")),
            every(Ends.request("D", "10.1.2.3")));
    watch.watch(sameHost);

    await().until(() -> engine.checks.get() == 4);
    assertThat(engine.mostAtOnce).hasValue(1);
  }

  @Test
  void aFaultOfOurLineIsNotCounted() throws InterruptedException {
    engine.failing.put(CT.host(), Cause.CONNECT_TIMEOUT);
    try (Watch offline = watch(_ -> new LineFault(LineFault.Scope.ALL, "the cable is out"))) {
      offline.watch(List.of(every(CT)));

      assertThat(next().kind()).isEqualTo(WatchEvent.Kind.LINE_DOWN);
      assertThat(offline.standings().getFirst().state()).isEqualTo(WatchState.UNCHECKED);
      assertThat(offline.lineFault()).isNotNull();
    }
  }

  @Test
  void aLookAtTheLineThatBreaksDoesNotEndTheWatchOfAPeer() throws InterruptedException {
    engine.failing.put(CT.host(), Cause.CONNECT_TIMEOUT);
    OwnLine broken =
        _ -> {
          throw new IllegalStateException("by the test");
        };
    try (Watch watching = watch(broken)) {
      watching.watch(List.of(every(CT)));

      assertThat(next().kind()).isEqualTo(WatchEvent.Kind.FAILS);
    }
  }

  @Test
  void nothingIsCheckedAfterItWasClosed() {
    watch.close();
    watch.watch(List.of(every(CT)));

    assertThat(engine.checks).hasValue(0);
    assertThat(watch.standings()).hasSize(1);
  }
}
