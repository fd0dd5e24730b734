package org.echolot.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.Outcome;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for a connection takes no association's place. */
@Timeout(60)
class RoomWhileConnectingTest {

  private static final long DEADLINE_SECONDS = 20;

  /** Its checks are connected, and answered, when the test says so. */
  private static final class SlowlyConnectingEngine implements EchoEngine {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final AtomicInteger associated = new AtomicInteger();
    private final AtomicInteger mostAssociated = new AtomicInteger();

    @Override
    public String name() {
      return "slow";
    }

    void open(String name, CheckStage stage) {
      gate(name, stage).countDown();
    }

    private CountDownLatch gate(String name, CheckStage stage) {
      return gates.computeIfAbsent(name + " " + stage, _ -> new CountDownLatch(1));
    }

    String next() throws InterruptedException {
      return String.valueOf(told.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
      String name = request.name();
      try (var _ = stop.onStop(() -> List.of(CheckStage.values()).forEach(s -> open(name, s)))) {
        told.add(name + " connects");
        listener.told(new CheckEvent.StageStarted(CheckStage.CONNECT, "", Instant.now()));
        pass(name, CheckStage.CONNECT);
        listener.connected();
        told.add(name + " associates");
        mostAssociated.accumulateAndGet(associated.incrementAndGet(), Math::max);
        pass(name, CheckStage.ASSOCIATE);
        associated.decrementAndGet();
        Outcome outcome = stop.isStopped() ? Outcome.CANCELLED : Outcome.SUCCESS;
        return GatedEngine.result(request, outcome);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private void pass(String name, CheckStage stage) throws InterruptedException {
      assertThat(gate(name, stage).await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  private final SlowlyConnectingEngine engine = new SlowlyConnectingEngine();
  private final List<CheckResult> results = new ArrayList<>();
  private final FleetListener listener =
      new FleetListener() {
        @Override
        public synchronized void checkEnded(CheckEnded ended) {
          results.add(ended.result());
        }
      };

  private static CheckRequest request(String name) {
    return CheckRequest.of(name, new AeTitle("A"), new AeTitle("B"), name + ".example", 104);
  }

  private FleetRun start(int parallelism, String... names) {
    return new Fleet(engine, new Journal(), parallelism)
        .start(List.of(names).stream().map(RoomWhileConnectingTest::request).toList(), listener);
  }

  @Test
  void aCheckThatWaitsForItsConnectionLetsTheNextBegin() throws InterruptedException {
    FleetRun run = start(1, "hole", "peer");

    assertThat(engine.next()).isEqualTo("hole connects");
    assertThat(engine.next()).isEqualTo("peer connects");
    engine.open("peer", CheckStage.CONNECT);
    assertThat(engine.next()).isEqualTo("peer associates");

    run.stop();
    run.await();
  }

  @Test
  void thereAreNeverMoreAssociationsThanRoom() throws InterruptedException {
    String[] names = IntStream.range(0, 50).mapToObj(i -> "p" + i).toArray(String[]::new);
    FleetRun run = start(3, names);
    for (int i = 0; i < names.length; i++) {
      assertThat(engine.next()).endsWith(" connects");
    }
    List.of(names).forEach(name -> engine.open(name, CheckStage.CONNECT));
    List.of(names).forEach(name -> engine.open(name, CheckStage.ASSOCIATE));
    run.await();

    assertThat(engine.mostAssociated).hasValueBetween(1, 3);
    assertThat(results).hasSize(50).allMatch(CheckResult::isSuccess);
  }

  @Test
  void whoIsConnectedGoesBeforeWhoHasNotBegun() throws InterruptedException {
    FleetRun run = start(1, "first", "second");
    assertThat(engine.next()).isEqualTo("first connects");
    assertThat(engine.next()).isEqualTo("second connects");
    engine.open("second", CheckStage.CONNECT);
    assertThat(engine.next()).isEqualTo("second associates");

    engine.open("first", CheckStage.CONNECT);
    FleetRun later = start(1, "unrelated");
    engine.open("second", CheckStage.ASSOCIATE);

    assertThat(List.of(engine.next(), engine.next())).contains("first associates");
    run.stop();
    later.stop();
    run.await();
    later.await();
  }

  @Test
  void aStopEndsWhoIsConnectedAndWaitsForRoom() throws InterruptedException {
    FleetRun run = start(1, "first", "second");
    engine.next();
    engine.next();
    engine.open("second", CheckStage.CONNECT);
    assertThat(engine.next()).isEqualTo("second associates");
    engine.open("first", CheckStage.CONNECT);

    run.stop();
    run.await();

    assertThat(results).hasSize(2).allMatch(result -> result.outcome() == Outcome.CANCELLED);
  }

  @Test
  void theRoomOfThoseThatNeverConnectComesBack() throws InterruptedException {
    Fleet fleet = new Fleet(engine, new Journal(), 2);
    FleetRun run = fleet.start(List.of(request("a"), request("b"), request("c")), listener);
    for (int i = 0; i < 3; i++) {
      engine.next();
    }
    run.stop();
    run.await();

    engine.mostAssociated.set(0);
    List<String> more = List.of("d", "e", "f", "g");
    for (String name : more) {
      engine.open(name, CheckStage.CONNECT);
      engine.open(name, CheckStage.ASSOCIATE);
    }
    fleet.start(more.stream().map(RoomWhileConnectingTest::request).toList(), listener).await();

    assertThat(engine.mostAssociated).hasValueBetween(1, 2);
    assertThat(results).filteredOn(CheckResult::isSuccess).hasSize(4);
  }

  /** A port that answers no SYN, on each address of loopback: nobody takes its connections. */
  private static final class BlackHole implements AutoCloseable {

    private final ServerSocket full = new ServerSocket();
    private final List<Socket> callers = new ArrayList<>();

    BlackHole() throws IOException {
      full.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), 1);
      InetSocketAddress end =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort());
      for (int i = 0; i < 10; i++) {
        Socket caller = new Socket();
        callers.add(caller);
        try {
          caller.connect(end, 300);
        } catch (SocketTimeoutException _) {
          return;
        }
      }
    }

    boolean isOne() {
      return !callers.getLast().isConnected();
    }

    int port() {
      return full.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      for (Socket caller : callers) {
        caller.close();
      }
      full.close();
    }
  }

  @Test
  void manyBlackHolesTakeOneTimeoutTogether() throws Exception {
    Timeouts brief = Timeouts.all(Duration.ofSeconds(2));
    ConcurrentLinkedQueue<CheckResult> ended = new ConcurrentLinkedQueue<>();
    try (BlackHole hole = new BlackHole();
        VerificationScp scp =
            VerificationScp.start(
                ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0), new Journal())) {
      assumeThat(hole.isOne()).as("this system drops a SYN that it has no room for").isTrue();
      List<CheckRequest> requests = new ArrayList<>();
      for (int i = 1; i <= 40; i++) {
        requests.add(
            CheckRequest.of(
                    "hole " + i, new AeTitle("X"), new AeTitle("ME"), "127.9.1." + i, hole.port())
                .withTimeouts(brief));
      }
      requests.add(
          CheckRequest.of(
              "good",
              new AeTitle("ECHOLOT"),
              new AeTitle("ME"),
              "127.0.0.1",
              scp.address().getPort()));
      long start = System.nanoTime();
      new Fleet(new OwnEngine(), new Journal(), 2)
          .start(
              requests,
              new FleetListener() {
                @Override
                public void checkEnded(CheckEnded end) {
                  ended.add(end.result());
                }
              })
          .await();

      // Two at a time would take 40 s.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(ended).hasSize(41);
      assertThat(ended).filteredOn(CheckResult::isSuccess).hasSize(1);
      assertThat(ended)
          .filteredOn(result -> !result.isSuccess())
          .allMatch(result -> result.cause() == Cause.CONNECT_TIMEOUT);
    }
  }
}
