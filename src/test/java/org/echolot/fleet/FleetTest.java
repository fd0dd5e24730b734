package org.echolot.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.Outcome;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FleetTest {

  private final GatedEngine engine = new GatedEngine();
  private final Journal journal = new Journal();
  private final Queue<JournalLine> lines = new ConcurrentLinkedQueue<>();
  private final Recorder recorder = new Recorder();

  FleetTest() {
    journal.addReader(lines::add);
  }

  /** Keeps what it is told, in the order in which it is told. */
  private static class Recorder implements FleetListener {
    final Queue<String> events = new ConcurrentLinkedQueue<>();
    final Queue<CheckResult> results = new ConcurrentLinkedQueue<>();
    final Set<Long> conversationIds = ConcurrentHashMap.newKeySet();

    @Override
    public void told(CheckRequest request, long conversationId, CheckEvent event) {
      switch (event) {
        case CheckStarted _ -> {
          events.add("started " + request.name());
          conversationIds.add(conversationId);
        }
        case StageStarted started -> events.add(started.stage() + " " + request.name());
        default -> {
          // Not of interest here.
        }
      }
    }

    @Override
    public void checkEnded(CheckEnded ended) {
      results.add(ended.result());
      events.add("ended " + ended.request().name() + " " + ended.result().outcome());
    }

    @Override
    public void runEnded() {
      events.add("run ended");
    }
  }

  private static CheckRequest request(String name, String host, int port) {
    return CheckRequest.of(name, new AeTitle("CALLED"), new AeTitle("CALLING"), host, port);
  }

  private static CheckRequest request(String name) {
    return request(name, name + ".example", 104);
  }

  @Test
  void runsEachCheckOnceAndEndsTheRunOnceAndLast() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 8);
    List<CheckRequest> requests =
        IntStream.range(0, 100).mapToObj(i -> request("peer" + i)).toList();
    requests.forEach(r -> engine.open(r.name()));

    FleetRun run = fleet.start(requests, recorder);
    run.await();

    assertThat(run.isDone()).isTrue();
    assertThat(engine.calls()).isEqualTo(100);
    assertThat(recorder.results)
        .extracting(r -> r.request().name())
        .containsExactlyInAnyOrderElementsOf(requests.stream().map(CheckRequest::name).toList());
    assertThat(recorder.results).allMatch(CheckResult::isSuccess);
    assertThat(recorder.events).endsWith("run ended").containsOnlyOnce("run ended");
    assertThat(recorder.conversationIds).hasSize(100);
  }

  @Test
  void tellsStartStageAndEndOfACheckInOrder() throws InterruptedException {
    engine.open("ct");
    new Fleet(engine, journal, 8).start(List.of(request("ct")), recorder).await();

    assertThat(recorder.events)
        .containsExactly("started ct", "RESOLVE ct", "ended ct SUCCESS", "run ended");
  }

  @Test
  void aRunOfNothingEndsAtOnce() {
    FleetRun run = new Fleet(engine, journal, 8).start(List.of(), recorder);

    assertThat(run.isDone()).isTrue();
    assertThat(recorder.events).containsExactly("run ended");
  }

  @Test
  void runsMoreOrFewerAtOnceAsSoonAsThatIsChosen() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 1);
    FleetRun run =
        fleet.start(
            List.of(request("a"), request("b"), request("c"), request("d"), request("e")),
            recorder);
    assertThat(engine.awaitBegin()).isEqualTo("a");

    fleet.setParallelism(3);
    assertThat(fleet.parallelism()).isEqualTo(3);
    assertThat(List.of(engine.awaitBegin(), engine.awaitBegin()))
        .containsExactlyInAnyOrder("b", "c");

    fleet.setParallelism(1);
    engine.open("a");
    engine.open("b");
    engine.open("c");
    assertThat(engine.awaitBegin()).isEqualTo("d");
    assertThat(recorder.results).as("d began when one place was free again").hasSize(3);
    engine.open("d");
    engine.open("e");
    run.await();
    assertThat(engine.mostAtOnce()).isEqualTo(3);
    assertThatThrownBy(() -> fleet.setParallelism(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverRunsMoreAtOnceThanItsParallelismOverAllRuns() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 3);
    FleetRun first = fleet.start(List.of(request("a"), request("b")), recorder);
    FleetRun second =
        fleet.start(List.of(request("c"), request("d"), request("e")), new Recorder());

    List<String> begun = List.of(engine.awaitBegin(), engine.awaitBegin(), engine.awaitBegin());
    assertThat(begun).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(engine.anyBegun()).isFalse();

    engine.open("a");
    assertThat(engine.awaitBegin()).isEqualTo("d");
    for (String name : List.of("b", "c", "d", "e")) {
      engine.open(name);
    }
    first.await();
    second.await();
    assertThat(engine.mostAtOnce()).isEqualTo(3);
  }

  @Test
  void neverRunsTwoAtATimeAgainstOneHostAndPortEvenInDifferentRuns() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 8);
    FleetRun first = fleet.start(List.of(request("a", "pacs", 104)), recorder);
    assertThat(engine.awaitBegin()).isEqualTo("a");

    FleetRun second =
        fleet.start(
            List.of(
                request("same, other case", "PACS", 104),
                request("same host, other port", "pacs", 105)),
            new Recorder());
    assertThat(engine.awaitBegin()).isEqualTo("same host, other port");
    assertThat(engine.anyBegun()).isFalse();

    engine.open("a");
    assertThat(engine.awaitBegin()).isEqualTo("same, other case");
    engine.open("same, other case");
    engine.open("same host, other port");
    first.await();
    second.await();
  }

  @Test
  void aCheckThatWaitsForItsHostTakesNoPlaceFromOthers() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 2);
    FleetRun run =
        fleet.start(
            List.of(request("1st", "pacs", 104), request("2nd", "pacs", 104), request("other")),
            recorder);

    assertThat(List.of(engine.awaitBegin(), engine.awaitBegin()))
        .containsExactlyInAnyOrder("1st", "other");

    List.of("1st", "2nd", "other").forEach(engine::open);
    run.await();
  }

  @Test
  void whoCameFirstGoesFirst() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 1);
    List<CheckRequest> requests =
        List.of(
            request("1", "pacs", 104),
            request("2", "pacs", 104),
            request("3", "ct", 104),
            request("4", "pacs", 104));
    FleetRun run = fleet.start(requests, recorder);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = engine.awaitBegin();
      order.add(name);
      engine.open(name);
    }
    run.await();

    assertThat(order).containsExactly("1", "2", "3", "4");
  }

  @Test
  void aStopCancelsThoseThatWaitWithoutRunningThemAndStopsThoseThatRun()
      throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 1);
    FleetRun run = fleet.start(List.of(request("runs"), request("waits")), recorder);
    assertThat(engine.awaitBegin()).isEqualTo("runs");

    run.stop();
    run.await();

    assertThat(engine.calls()).isEqualTo(1);
    assertThat(run.isDone()).isTrue();
    assertThat(recorder.events)
        .contains("ended runs CANCELLED", "ended waits CANCELLED")
        .doesNotContain("started waits")
        .endsWith("run ended");
    assertThat(recorder.results)
        .filteredOn(r -> r.request().name().equals("waits"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.summary()).isEqualTo("Stopped by the user before it began");
              assertThat(result.stages()).hasSize(6);
              assertThat(result.cause()).isNull();
            });
    assertThat(lines)
        .filteredOn(line -> line.source().equals(LineSource.of(request("waits"))))
        .singleElement()
        .satisfies(line -> assertThat(line.text()).contains("Stopped by the user"));
  }

  @Test
  void aSecondStopAndAStopAfterTheEndDoNothing() throws InterruptedException {
    FleetRun run = new Fleet(engine, journal, 1).start(List.of(request("a")), recorder);
    engine.awaitBegin();
    run.stop();
    run.stop();
    run.await();
    run.stop();

    assertThat(recorder.events).filteredOn(e -> e.startsWith("ended")).hasSize(1);
    assertThat(recorder.events).containsOnlyOnce("run ended");
  }

  @Test
  void aStopOfOnePeerLeavesTheOthersAlone() throws InterruptedException {
    FleetRun run =
        new Fleet(engine, journal, 2)
            .start(List.of(request("a"), request("b"), request("waits")), recorder);
    engine.awaitBegin();
    engine.awaitBegin();

    run.stop(CheckRequest.idOfUnsaved("waits"));
    assertThat(recorder.events).contains("ended waits CANCELLED");
    run.stop(CheckRequest.idOfUnsaved("a"));
    engine.open("b");
    run.await();

    assertThat(recorder.events)
        .contains("ended a CANCELLED", "ended b SUCCESS")
        .endsWith("run ended");
  }

  @Test
  void aStopInOneRunLeavesTheChecksOfAnotherAlone() throws InterruptedException {
    Fleet fleet = new Fleet(engine, journal, 1);
    FleetRun first = fleet.start(List.of(request("a")), new Recorder());
    engine.awaitBegin();
    FleetRun second = fleet.start(List.of(request("b")), recorder);

    first.stop();
    first.await();
    engine.open("b");
    second.await();

    assertThat(recorder.events).contains("ended b SUCCESS");
  }

  @Test
  void stopsWhileManyEndEndEveryCheckExactlyOnce() throws InterruptedException {
    for (int round = 0; round < 50; round++) {
      GatedEngine quick = new GatedEngine();
      Recorder told = new Recorder();
      List<CheckRequest> requests =
          IntStream.range(0, 40).mapToObj(i -> request("p" + i, "host" + i % 7, 104)).toList();
      requests.forEach(r -> quick.open(r.name()));
      FleetRun run = new Fleet(quick, journal, 4).start(requests, told);
      quick.awaitBegin();
      run.stop();
      run.await();

      assertThat(told.results)
          .extracting(r -> r.request().name())
          .containsExactlyInAnyOrderElementsOf(requests.stream().map(CheckRequest::name).toList());
      assertThat(told.events).endsWith("run ended").containsOnlyOnce("run ended");
    }
  }

  @Test
  void aListenerThatThrowsBreaksNothingAndIsReported() throws InterruptedException {
    FleetListener angry =
        new Recorder() {
          @Override
          public void told(CheckRequest request, long conversationId, CheckEvent event) {
            throw new IllegalStateException(
                event instanceof CheckStarted ? "at the start" : "at the stage");
          }

          @Override
          public void checkEnded(CheckEnded ended) {
            super.checkEnded(ended);
            throw new AssertionError("at the end");
          }

          @Override
          public void runEnded() {
            throw new IllegalStateException("at the end of the run");
          }
        };
    engine.open("a");
    engine.open("b");
    FleetRun run = new Fleet(engine, journal, 1).start(List.of(request("a"), request("b")), angry);
    run.await();

    assertThat(run.isDone()).isTrue();
    assertThat(((Recorder) angry).results).allMatch(CheckResult::isSuccess);
    assertThat(lines)
        .extracting(JournalLine::text)
        .anyMatch(text -> text.contains("at the start"))
        .anyMatch(text -> text.contains("at the stage"))
        .anyMatch(text -> text.contains("at the end"))
        .anyMatch(text -> text.contains("at the end of the run"));
  }

  @Test
  void aListenerMayStopTheRunFromWithinACall() throws InterruptedException {
    List<FleetRun> runs = new ArrayList<>();
    Fleet fleet = new Fleet(engine, journal, 1);
    FleetListener stopper =
        new Recorder() {
          @Override
          public void checkEnded(CheckEnded ended) {
            super.checkEnded(ended);
            runs.forEach(FleetRun::stop);
          }
        };
    runs.add(fleet.start(List.of(request("a"), request("b"), request("c")), stopper));
    engine.awaitBegin();
    engine.open("a");
    runs.getFirst().await();

    assertThat(((Recorder) stopper).events)
        .contains("ended a SUCCESS", "ended b CANCELLED", "ended c CANCELLED");
    assertThat(engine.calls()).isEqualTo(1);
  }

  static List<Throwable> faults() {
    return List.of(new StackOverflowError("too deep"), new IOException("too deep"));
  }

  /** Throws what its method does not declare, as other languages' libraries do. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwAnyway(Throwable fault) throws T {
    throw (T) fault;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void anEngineThatThrowsBecomesAnInternalErrorAndItsPlaceIsFreeAgain(Throwable fault)
      throws InterruptedException {
    EchoEngine broken =
        new EchoEngine() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
            FleetTest.<RuntimeException>throwAnyway(fault);
            throw new AssertionError();
          }
        };
    FleetRun run =
        new Fleet(broken, journal, 1)
            .start(List.of(request("a", "pacs", 104), request("b", "pacs", 104)), recorder);
    run.await();

    assertThat(recorder.results)
        .hasSize(2)
        .allSatisfy(
            result -> {
              assertThat(result.outcome()).isEqualTo(Outcome.FAILURE);
              assertThat(result.cause()).isEqualTo(Cause.INTERNAL_ERROR);
              assertThat(result.summary()).contains("too deep");
              assertThat(result.advice()).isNotEmpty();
            });
  }

  @Test
  void aReaderOfTheJournalThatThrowsLosesNoCheck() throws InterruptedException {
    journal.addReader(
        _ -> {
          throw new IllegalStateException("reader");
        });
    engine.open("a");
    engine.open("b");
    FleetRun run =
        new Fleet(engine, journal, 1).start(List.of(request("a"), request("b")), recorder);
    run.await();

    assertThat(recorder.results).hasSize(2).allMatch(CheckResult::isSuccess);
  }

  @Test
  void theLinesOfEachCheckCarryItsId() throws InterruptedException {
    engine.open("a");
    engine.open("b");
    new Fleet(engine, journal, 8).start(List.of(request("a"), request("b")), recorder).await();

    assertThat(lines)
        .isNotEmpty()
        .extracting(JournalLine::conversationId)
        .containsAll(recorder.conversationIds);
    assertThat(lines)
        .filteredOn(line -> line.source().equals(LineSource.of(request("a"))))
        .extracting(JournalLine::conversationId)
        .containsOnly(
            lines.stream()
                .filter(l -> l.source().equals(LineSource.of(request("a"))))
                .findFirst()
                .get()
                .conversationId());
  }

  @Test
  void refusesAParallelismOutOfRange() {
    assertThatThrownBy(() -> new Fleet(engine, journal, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> new Fleet(engine, journal, 1_001))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
