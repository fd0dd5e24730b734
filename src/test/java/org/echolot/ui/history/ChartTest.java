package org.echolot.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.echolot.check.Cause;
import org.echolot.check.Outcome;
import org.echolot.history.Hour;
import org.echolot.history.Series;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static final long SECOND = 1_000_000;
  private static final ChartPainter.Colors COLORS =
      new ChartPainter.Colors(-1, 0xFF000001, 0xFF000002, 0xFF000003, 0xFFFFFF00, 0xFFFF0000, 4);

  private static ChartData data(Series series) {
    return new ChartData(0, Long.MAX_VALUE, List.of(), series);
  }

  private static Series.Builder successes(int count, long apart, int micros) {
    Series.Builder builder = new Series.Builder();
    for (int i = 0; i < count; i++) {
      builder.add(i * apart, micros, Outcome.SUCCESS, null);
    }
    return builder;
  }

  @Test
  void aColumnHasThePercentilesOfItsChecksTo3Percent() {
    Series.Builder builder = new Series.Builder();
    for (int i = 0; i < 1_000; i++) {
      builder.add(i * SECOND, 1_000 + i * 10, Outcome.SUCCESS, null);
    }
    ChartColumns columns = new ChartColumns(0, 1_000 * SECOND, 1).with(builder.build());

    assertThat(columns.ok(0)).isEqualTo(1_000);
    assertThat((double) columns.low(0)).isCloseTo(1_500, within(50.0));
    assertThat((double) columns.median(0)).isCloseTo(6_000, within(200.0));
    assertThat((double) columns.high(0)).isCloseTo(10_500, within(350.0));
  }

  @Test
  void everyCheckIsCountedOnceWhateverTheWidth() {
    Series series = successes(5_000, 777_777, 900).build();
    for (int width : new int[] {1, 7, 640, 5_000, 9_999}) {
      ChartColumns columns = new ChartColumns(0, 5_000L * 777_777, width).with(series);
      int all = 0;
      for (int x = 0; x < width; x++) {
        all += columns.ok(x);
      }
      assertThat(all).as("width %d", width).isEqualTo(5_000);
    }
  }

  @Test
  void whatIsOutsideIsLeftOut() {
    Series series = successes(100, SECOND, 900).build();

    ChartColumns columns = new ChartColumns(10 * SECOND, 20 * SECOND, 10).with(series);

    for (int x = 0; x < 10; x++) {
      assertThat(columns.ok(x)).isEqualTo(1);
    }
  }

  @Test
  void failuresHaveTheirCauseAndTheirShare() {
    Series series =
        successes(3, SECOND, 900)
            .add(3 * SECOND, 0, Outcome.FAILURE, Cause.CONNECTION_REFUSED)
            .build();

    ChartColumns columns = new ChartColumns(0, 4 * SECOND, 1).with(series);

    assertThat(columns.loss(0)).isEqualTo(0.25);
    assertThat(columns.cause(0)).isEqualTo(Cause.CONNECTION_REFUSED);
    assertThat(HistoryText.column(columns, 0, ZoneOffset.UTC))
        .isEqualTo("1970-01-01 00:00  median 0.90 ms\n1 of 4 failed: Connection refused");
  }

  @Test
  void anHourFillsItsColumns() {
    Hour hour = new Hour(Instant.EPOCH.plus(Duration.ofHours(1)), 1, 50, 10, 800, 1_000, 4_000);
    ChartColumns columns = new ChartColumns(0, 4 * 3_600 * SECOND, 8).with(List.of(hour));

    assertThat(columns.ok(1)).isZero();
    assertThat(columns.median(2)).isEqualTo(1_000);
    assertThat(columns.median(3)).isEqualTo(1_000);
    assertThat(columns.high(3)).isEqualTo(4_000);
    assertThat(columns.ok(4)).isZero();
  }

  @Test
  void paintsBandMedianAndLossWithinItsPixels() {
    Series.Builder builder = new Series.Builder();
    for (int i = 0; i < 2_000; i++) {
      boolean failed = i >= 1_000 && i < 1_100;
      builder.add(
          i * SECOND,
          1_000 + i % 7 * 500,
          failed ? Outcome.FAILURE : Outcome.SUCCESS,
          failed ? Cause.ABORTED : null);
    }
    ChartColumns columns = data(builder.build()).columns(new ChartView(0, 2_000 * SECOND), 100);
    ChartPainter painter = new ChartPainter(100, 80);
    painter.paint(columns, TimeScale.fitting(columns, painter.plotHeight()), COLORS);

    int[] pixels = painter.pixels();
    assertThat(pixels).contains(COLORS.band(), COLORS.line(), COLORS.good());
    assertThat(pixels[79 * 100 + 52]).as("all failed").isEqualTo(COLORS.lost());
    assertThat(pixels[79 * 100 + 20]).as("none failed").isEqualTo(COLORS.good());
  }

  @Test
  void aChartOfNothingIsEmpty() {
    ChartColumns columns = ChartData.EMPTY.columns(new ChartView(0, SECOND), 50);
    ChartPainter painter = new ChartPainter(50, 40);
    painter.paint(columns, TimeScale.fitting(columns, painter.plotHeight()), COLORS);

    assertThat(painter.pixels()).containsOnly(COLORS.back(), COLORS.grid());
  }

  @Test
  void zoomingKeepsThePlaceUnderTheMouseAndItsLimits() {
    ChartView day = ChartView.last(Duration.ofDays(1), Instant.parse("2026-11-27T12:00:00Z"));
    ChartView zoomed = day.zoomed(0.5, 0.25);

    assertThat(zoomed.span()).isEqualTo(day.span() / 2);
    assertThat(zoomed.from() + zoomed.span() / 4).isEqualTo(day.from() + day.span() / 4);
    assertThat(day.zoomed(1e-9, 0.5).span()).isEqualTo(ChartView.LEAST);
    assertThat(day.zoomed(1e9, 0.5).span()).isEqualTo(ChartView.MOST);
    assertThat(day.moved(3).upTo(day.end())).isEqualTo(day);
  }

  @Test
  void marksOfTimeAreRoundAndFarEnoughApart() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    ChartView view = ChartView.last(Duration.ofDays(1), Instant.parse("2026-11-27T12:07:00Z"));

    assertThat(TimeAxis.marks(view, 640, 76, berlin))
        .extracting(TimeAxis.Mark::label)
        .containsExactly("15:00", "18:00", "21:00", "00:00", "03:00", "06:00", "09:00", "12:00");
    assertThat(TimeAxis.marks(view.zoomed(700, 1), 640, 76, berlin)).hasSizeBetween(2, 9);
  }

  @Test
  void aPictureIsAPng() throws IOException {
    int[] pixels = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFFFF, 0xFF000000, 0xFF123456};

    var image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(pixels, 3, 2)));

    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF0000);
    assertThat(image.getRGB(2, 1)).isEqualTo(0xFF123456);
  }
}
