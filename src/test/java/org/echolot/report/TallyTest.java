package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.run.OwnEngine;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Schedule;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final AeTitle AE = new AeTitle("A");
  private static final CheckRequest REQUEST = CheckRequest.of("A", AE, AE, "h", 104);

  private static CheckResult result(Outcome outcome, long nanos) {
    return new CheckResult(
        REQUEST,
        OwnEngine.NAME,
        OffsetDateTime.MIN,
        outcome,
        null,
        null,
        "",
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(),
        Duration.ofNanos(nanos),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Tally of(long... nanos) {
    Tally tally = new Tally();
    LongStream.of(nanos).forEach(n -> tally.add(result(Outcome.SUCCESS, n)));
    return tally;
  }

  private static Tally.Spread spread(Tally tally) {
    return tally.spread().orElseThrow();
  }

  @Test
  void outcomesAreCounted() {
    Tally tally = of(1, 2);
    tally.add(result(Outcome.FAILURE, 5));

    assertThat(tally.all()).isEqualTo(3);
    assertThat(tally.of(Outcome.SUCCESS)).isEqualTo(2);
    assertThat(tally.of(Outcome.CANCELLED)).isZero();
  }

  @Test
  void oneTimeIsShortestMedianAndLongest() {
    Duration time = Duration.ofNanos(1_234_567);

    assertThat(spread(of(time.toNanos()))).isEqualTo(new Tally.Spread(time, time, time));
    assertThat(spread(of(0)).longest()).isLessThan(Duration.ofNanos(2));
  }

  @Test
  void failuresHaveNoPartInTheTimes() {
    Tally tally = new Tally();
    tally.add(result(Outcome.FAILURE, 5));

    assertThat(tally.spread()).isEmpty();
  }

  @Test
  void aTextReportKeepsNoResult() {
    TextReport report =
        new TextReport(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            List.of(REQUEST),
            true,
            Paint.OFF);
    WeakReference<CheckResult> first = told(report);

    await()
        .until(
            () -> {
              System.gc();
              return first.get() == null;
            });
    report.allEnded();
  }

  private static WeakReference<CheckResult> told(TextReport report) {
    CheckResult result = result(Outcome.SUCCESS, 1);
    report.checkEnded(
        new Schedule.Ended(0, 1, new CheckEnded(REQUEST, 1, result, Recording.EMPTY)));
    return new WeakReference<>(result);
  }

  @Test
  void theMedianIsRightWithinAPercent() {
    long[] nanos = new Random(1).longs(9_999, 100_000, 60_000_000_000L).toArray();
    long median = LongStream.of(nanos).sorted().skip(4_999).findFirst().orElseThrow();

    Tally.Spread spread = spread(of(nanos));

    assertThat((double) spread.median().toNanos())
        .isCloseTo((double) median, within(median * 0.01));
    assertThat(spread.shortest().toNanos()).isEqualTo(LongStream.of(nanos).min().orElseThrow());
    assertThat(spread.longest().toNanos()).isEqualTo(LongStream.of(nanos).max().orElseThrow());
  }
}
