package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.echolot.history.KeptResults.id;
import static org.echolot.history.KeptResults.refused;
import static org.echolot.history.KeptResults.success;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours that are over are summed up, and old results deleted, whatever the clock does. */
class HoursTest {

  private static final Instant START = Instant.parse("2025-11-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private Connection connection;
  private OpenDatabase.Writing writing;
  private HistoryQueries queries;
  private Instant now = START;

  @BeforeEach
  void open() throws HistoryException {
    connection = Database.open(folder.resolve("history.db"));
    writing =
        new OpenDatabase.Writing(
            connection, new ResultTable(connection), new HourTable(connection));
    queries = new HistoryQueries(connection);
  }

  @AfterEach
  void close() {
    Database.close(connection);
  }

  private void write(CheckResult... results) throws Exception {
    List<StoredResult> rows = new ArrayList<>();
    for (CheckResult result : results) {
      rows.add(StoredResult.of(result));
    }
    writing.results().write(rows);
    writing.hours().correct(rows);
  }

  /** Does all that is due at the moment. */
  private void keepHouse(Retention retention) throws Exception {
    Housekeeping housekeeping =
        new Housekeeping(retention, new LastSuccesses(folder.resolve("last")), () -> now);
    while (housekeeping.isDue()) {
      boolean _ = housekeeping.step(writing);
    }
  }

  private List<Hour> hours(int together) throws Exception {
    return queries.hours(
        id(1), CheckStage.ECHO, START.minus(DAY), START.plus(Duration.ofDays(800)), together);
  }

  private Figures figures(Instant from, Instant to) throws Exception {
    return new FiguresSum(queries, id(1), CheckStage.ECHO).of(connection, from, to);
  }

  @Test
  void anHourThatIsOverHasItsCountsAndPercentiles() throws Exception {
    for (int i = 0; i < 60; i++) {
      write(
          i % 10 == 9
              ? refused(1, START.plusSeconds(60L * i))
              : success(1, START.plusSeconds(60L * i), 1_000 * (i + 1)));
    }
    now = START.plus(Duration.ofMinutes(61));
    keepHouse(Retention.DEFAULT);
    assertThat(hours(1)).as("the last results may still be on their way").isEmpty();

    now = START.plus(Duration.ofMinutes(63));
    keepHouse(Retention.DEFAULT);

    Hour hour = hours(1).getFirst();
    assertThat(hour.from()).isEqualTo(START);
    assertThat(hour.ok()).isEqualTo(54);
    assertThat(hour.failed()).isEqualTo(6);
    assertThat((double) hour.median()).isCloseTo(29_000, within(1_500.0));
    assertThat((double) hour.high()).isCloseTo(57_000, within(2_000.0));
    assertThat((double) hour.low()).isCloseTo(3_000, within(1_500.0));
  }

  @Test
  void hoursCanBePutTogether() throws Exception {
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 10; i++) {
        write(success(1, START.plusSeconds(3_600L * hour + i), 1_000 + 1_000 * hour));
      }
    }
    now = START.plus(DAY.multipliedBy(2));
    keepHouse(Retention.DEFAULT);

    assertThat(hours(1)).hasSize(24);
    Hour day = hours(24).getFirst();
    assertThat(hours(24)).hasSize(1);
    assertThat(day.ok()).isEqualTo(240);
    assertThat((double) day.median()).isCloseTo(12_000, within(200.0));
    assertThat((double) day.high()).isCloseTo(23_000, within(300.0));
  }

  @Test
  void aResultThatComesLateIsInItsHour() throws Exception {
    write(success(1, START, 1_000));
    now = START.plus(Duration.ofHours(5));
    keepHouse(Retention.DEFAULT);

    write(success(1, START.plusSeconds(30), 3_000), refused(1, START.plusSeconds(7_200)));

    assertThat(hours(1)).extracting(Hour::ok).containsExactly(2L, 0L);
    assertThat(hours(1)).extracting(Hour::failed).containsExactly(0L, 1L);
  }

  @Test
  void summingUpTwiceChangesNothing() throws Exception {
    write(success(1, START, 1_000), refused(1, START.plusSeconds(30)));
    now = START.plus(Duration.ofHours(5));
    keepHouse(Retention.DEFAULT);
    List<Hour> once = hours(1);

    Meta.ROLLED.write(connection, 0);
    keepHouse(Retention.DEFAULT);

    assertThat(hours(1)).isEqualTo(once);
  }

  @Test
  void oldResultsAreDeletedAndTheirHoursStay() throws Exception {
    write(success(1, START, 1_000), success(1, START.plus(DAY.multipliedBy(40)), 2_000));
    now = START.plus(DAY.multipliedBy(39));
    keepHouse(Retention.ofDays(30, 730));
    now = START.plus(DAY.multipliedBy(41));
    keepHouse(Retention.ofDays(30, 730));

    assertThat(queries.lastResults(id(1), 10)).hasSize(1);
    assertThat(hours(1)).hasSize(2);
    assertThat(queries.resultsFrom()).isEqualTo(now.minus(DAY.multipliedBy(30)));
    assertThat(figures(START.minus(DAY), now).ok()).isEqualTo(2);
  }

  @Test
  void hoursAreDeletedInTheirTurn() throws Exception {
    write(success(1, START, 1_000));
    now = START.plus(DAY);
    keepHouse(Retention.ofDays(2, 4));
    for (int day = 2; day < 7; day++) {
      now = START.plus(DAY.multipliedBy(day)).plusSeconds(60);
      keepHouse(Retention.ofDays(2, 4));
    }

    assertThat(hours(1)).isEmpty();
  }

  @Test
  void aClockThatWasSetYearsAheadByMistakeCostsNothing() throws Exception {
    write(success(1, START, 1_000));
    now = START.plus(DAY);
    keepHouse(Retention.DEFAULT);

    now = START.plus(DAY.multipliedBy(3_000));
    keepHouse(Retention.DEFAULT);
    keepHouse(Retention.DEFAULT);
    now = START.plus(DAY.multipliedBy(2));
    write(success(1, now.minus(Duration.ofHours(6)), 1_000));
    keepHouse(Retention.DEFAULT);

    assertThat(queries.lastResults(id(1), 10)).hasSize(2);
    now = START.plus(DAY.multipliedBy(3));
    keepHouse(Retention.DEFAULT);
    assertThat(hours(1)).hasSize(2);
  }

  @Test
  void aComputerThatWasOffForLongDeletesWhatIsOldADayLater() throws Exception {
    write(success(1, START, 1_000));
    now = START.plus(DAY);
    keepHouse(Retention.DEFAULT);

    now = START.plus(DAY.multipliedBy(200));
    keepHouse(Retention.DEFAULT);
    assertThat(queries.lastResults(id(1), 10)).hasSize(1);
    now = now.plus(DAY);
    keepHouse(Retention.DEFAULT);

    assertThat(queries.lastResults(id(1), 10)).isEmpty();
  }

  @Test
  void figuresTellAvailabilityTimesAndTheLongestOutage() throws Exception {
    for (int minute = 0; minute < 600; minute++) {
      Instant at = START.plusSeconds(60L * minute);
      boolean isDown = (minute >= 100 && minute < 225) || minute == 400;
      write(isDown ? refused(1, at) : success(1, at, 2_000 + minute % 10));
    }
    now = START.plus(Duration.ofMinutes(590));
    keepHouse(Retention.DEFAULT);

    Figures figures = figures(START, START.plus(DAY));

    assertThat(figures.ok()).isEqualTo(474);
    assertThat(figures.failed()).isEqualTo(126);
    assertThat(figures.availability()).isCloseTo(0.79, within(0.001));
    assertThat((double) figures.medianMicros()).isCloseTo(2_005, within(20.0));
    assertThat(figures.outage()).isEqualTo(Duration.ofMinutes(125));
    assertThat(figures.outageFrom()).isEqualTo(START.plus(Duration.ofMinutes(100)));
    assertThat(figures.lastSuccess()).isEqualTo(START.plus(Duration.ofMinutes(599)));
  }

  @Test
  void anOutageThatLastsIsTheLongest() throws Exception {
    write(success(1, START, 1_000));
    for (int hour = 1; hour <= 9; hour++) {
      write(refused(1, START.plus(Duration.ofHours(hour))));
    }
    now = START.plus(DAY);
    keepHouse(Retention.DEFAULT);

    assertThat(figures(START, now).outage()).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void everyTimeComesBackToTwoDigits() {
    TimesOfHour times = new TimesOfHour();
    for (long micros : new long[] {0, 1, 127, 128, 129, 5_000, 123_456, 99_999_999L}) {
      times.add(4, micros);
    }
    times.add(4, Long.MAX_VALUE);
    TimesOfHour read = new TimesOfHour();
    read.add(times.bytes(), -1);

    assertThat(read.count(4)).isEqualTo(9);
    for (double percent : new double[] {0, 20, 50, 80, 100}) {
      assertThat(read.percentile(4, percent)).isEqualTo(times.percentile(4, percent));
    }
    assertThat(read.bytes()).isEqualTo(times.bytes());
  }

  @Test
  void bytesThatAreDamagedDoNoHarm() {
    TimesOfHour times = new TimesOfHour();
    times.add(4, 5_000);
    byte[] bytes = times.bytes();
    for (int length = 0; length < bytes.length; length++) {
      new TimesOfHour().add(Arrays.copyOf(bytes, length), -1);
    }
    byte[] odd = new byte[200];
    Arrays.fill(odd, (byte) 0xFF);
    TimesOfHour read = new TimesOfHour();
    read.add(odd, -1);

    assertThat(read.count(0)).isZero();
  }
}
