package org.echolot.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.diagnosis.EngineFault;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the turn of a check costs the same however many wait. */
@Timeout(120)
class CheckQueueTest {

  private static final int MANY = 30_000;

  private final AtomicInteger ended = new AtomicInteger();

  /** Ends at once, with any result. */
  private static final class HastyEngine implements EchoEngine {
    @Override
    public String name() {
      return "hasty";
    }

    @Override
    public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
      return EngineFault.resultOf(
          request, name(), OffsetDateTime.now(ZoneId.systemDefault()), new IllegalStateException());
    }
  }

  private final FleetListener counting =
      new FleetListener() {
        @Override
        public void checkEnded(CheckEnded end) {
          ended.incrementAndGet();
        }
      };

  private static List<CheckRequest> ofOneAddress(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> CheckRequest.of("peer " + i, new AeTitle("A"), new AeTitle("B"), "192.0.2.1", 104))
        .toList();
  }

  @Test
  void tensOfThousandsOfOneAddressTakeNoLongerEachThanAFew() throws Exception {
    Fleet fleet = new Fleet(new HastyEngine(), new Journal(), 64);
    Duration few = timed(fleet, 2_000);
    Duration many = timed(fleet, MANY);

    assertThat(ended).hasValue(2_000 + MANY);
    // In proportion it is 15 times as long; a queue that goes through all would take 225 times.
    assertThat(many).isLessThan(few.multipliedBy(75).plusSeconds(1));
  }

  private Duration timed(Fleet fleet, int count) throws InterruptedException {
    long start = System.nanoTime();
    fleet.start(ofOneAddress(count), counting).await();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void thoseThatWaitAreWithdrawnInOneGo() throws Exception {
    Fleet fleet = new Fleet(new HastyEngine(), new Journal(), 1);
    FleetRun run = fleet.start(ofOneAddress(MANY), counting);

    run.stop();
    run.await();

    assertThat(ended).hasValue(MANY);
  }
}
