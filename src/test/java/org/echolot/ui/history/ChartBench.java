package org.echolot.ui.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.echolot.check.Cause;
import org.echolot.check.Outcome;
import org.echolot.history.Series;

/**
 * How long a frame of the chart takes, from all its points to its pixels. Started by {@code
 * bin/bench chart}.
 */
public final class ChartBench {

  private static final int POINTS = 1_000_000;
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 300;
  private static final int FRAMES = 200;

  private ChartBench() {}

  /**
   * @param args nothing, or how many points
   */
  public static void main(String[] args) {
    int points = args.length > 0 ? Integer.parseInt(args[0]) : POINTS;
    Random random = new Random(1);
    Series.Builder builder = new Series.Builder();
    for (int i = 0; i < points; i++) {
      boolean failed = random.nextInt(500) == 0;
      builder.add(
          i * 1_000_000L,
          (long) (3_000 * Math.exp(random.nextGaussian() * 0.5)),
          failed ? Outcome.FAILURE : Outcome.SUCCESS,
          failed ? Cause.CONNECTION_REFUSED : null);
    }
    ChartData data = new ChartData(0, points * 1_000_000L, List.of(), builder.build());
    ChartView view = new ChartView(0, points * 1_000_000L);
    ChartPainter painter = new ChartPainter(WIDTH, HEIGHT);
    ChartPainter.Colors colors = new ChartPainter.Colors(-1, -2, -3, -4, -5, -6, -7);
    long[] nanos = new long[FRAMES];
    for (int frame = 0; frame < FRAMES; frame++) {
      long began = System.nanoTime();
      ChartColumns columns = data.columns(view.moved(frame * 1e-4), WIDTH);
      painter.paint(columns, TimeScale.fitting(columns, painter.plotHeight()), colors);
      nanos[frame] = System.nanoTime() - began;
    }
    double first = nanos[0] / 1e6;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%,d points on %d x %d pixels: first %.1f ms   median %.1f ms   p95 %.1f ms   (aim: 16 or"
            + " less)%n",
        points,
        WIDTH,
        HEIGHT,
        first,
        nanos[FRAMES / 2] / 1e6,
        nanos[(int) (0.95 * FRAMES)] / 1e6);
  }
}
