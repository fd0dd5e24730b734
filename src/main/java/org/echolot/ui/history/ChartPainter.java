package org.echolot.ui.history;

import java.util.Arrays;

/**
 * Paints columns into pixels: the band from p5 to p95, the median in it, and below a lane with what
 * was lost. Pure; used by one thread.
 */
final class ChartPainter {

  /** The height of the lane below, in pixels. */
  static final int LANE = 10;

  private static final int GAP = 4;

  /** Single checks are some pixels apart where little time is shown. */
  private static final int MOST_BETWEEN = 40;

  /**
   * Colours, as 0xAARRGGBB, opaque.
   *
   * @param back the background
   * @param grid lines across
   * @param band between p5 and p95
   * @param line the median
   * @param lossy where some checks failed
   * @param lost where all checks failed
   * @param good where none failed
   */
  record Colors(int back, int grid, int band, int line, int lossy, int lost, int good) {}

  private final int width;
  private final int height;
  private final int[] pixels;

  ChartPainter(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
  }

  /** Row by row, from the top. */
  int[] pixels() {
    return pixels;
  }

  /** The height that is left for times. */
  int plotHeight() {
    return Math.max(1, height - LANE - GAP);
  }

  void paint(ChartColumns columns, TimeScale scale, Colors colors) {
    Arrays.fill(pixels, colors.back());
    for (TimeScale.Mark mark : scale.marks()) {
      int y = Math.clamp(Math.round(mark.y()), 0, plotHeight() - 1);
      Arrays.fill(pixels, y * width, (y + 1) * width, colors.grid());
    }
    int last = Integer.MIN_VALUE / 2;
    int lastY = 0;
    for (int x = 0; x < Math.min(width, columns.width()); x++) {
      if (columns.median(x) != ChartColumns.NONE) {
        column(x, row(scale, columns.high(x)), row(scale, columns.low(x)), colors.band());
        int y = row(scale, columns.median(x));
        line(x - last <= MOST_BETWEEN ? last : x, lastY, x, y, colors.line());
        last = x;
        lastY = y;
      } else if (columns.failed(x) > 0) {
        last = Integer.MIN_VALUE / 2; // no line leads over what failed
      }
    }
    lane(columns, colors);
  }

  /** What was so goes on to be so until the next check, where that is near. */
  private void lane(ChartColumns columns, Colors colors) {
    int last = Integer.MIN_VALUE / 2;
    for (int x = 0; x < Math.min(width, columns.width()); x++) {
      if (columns.failed(x) + columns.ok(x) > 0) {
        int color = lossColor(columns.loss(x), colors);
        int before = x - last <= MOST_BETWEEN ? lossColor(columns.loss(last), colors) : color;
        for (int between = x - last <= MOST_BETWEEN ? last + 1 : x; between < x; between++) {
          column(between, height - LANE, height - 1, before);
        }
        column(x, height - LANE, height - 1, color);
        last = x;
      }
    }
  }

  /** A line of two pixels; upright where it begins and ends in the same column. */
  private void line(int fromX, int fromY, int toX, int toY, int color) {
    int before = fromX == toX ? toY : fromY;
    for (int x = fromX == toX ? toX : fromX + 1; x <= toX; x++) {
      int y =
          fromX == toX
              ? toY
              : fromY + (int) Math.round((double) (toY - fromY) * (x - fromX) / (toX - fromX));
      column(x, Math.min(before, y), Math.min(Math.max(before, y) + 1, plotHeight()), color);
      before = y;
    }
  }

  private int row(TimeScale scale, int micros) {
    return Math.clamp(Math.round(scale.y(micros)), 0, plotHeight() - 1);
  }

  private void column(int x, int top, int bottom, int color) {
    int end = Math.min(bottom, height - 1);
    for (int y = Math.max(0, top); y <= end; y++) {
      pixels[y * width + x] = color;
    }
  }

  /** Even one of many that failed is seen. */
  private static int lossColor(double loss, Colors colors) {
    if (loss == 0) {
      return colors.good();
    }
    return loss >= 1 ? colors.lost() : mixed(colors.lossy(), colors.lost(), loss);
  }

  private static int mixed(int one, int other, double part) {
    int color = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (one >> shift) & 0xFF;
      int to = (other >> shift) & 0xFF;
      color = (color << 8) | (int) Math.round(from + (to - from) * part);
    }
    return color;
  }
}
