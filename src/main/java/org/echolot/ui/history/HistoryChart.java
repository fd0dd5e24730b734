package org.echolot.ui.history;

import java.nio.IntBuffer;
import java.time.ZoneId;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The times of a peer's checks, from hours to two years. The wheel and + and − zoom, dragging and
 * the arrow keys move, Home shows the first view again.
 */
final class HistoryChart extends Region {

  private static final double LEFT = 46;
  private static final double BOTTOM = 18;
  private static final double ZOOM = 1.25;
  private static final double STEP = 0.2;
  private static final double LABEL_GAP = 76;
  private static final Font SMALL = Font.font(11);

  private final HistoryModel model;
  private final Runnable home;
  private final ImageView image = new ImageView();
  private final Canvas axes = new Canvas();
  private final Tooltip tip = new Tooltip();
  private final ChartProbe back = new ChartProbe("-color-bg-default");
  private final ChartProbe grid = new ChartProbe("-color-border-muted");
  private final ChartProbe band = new ChartProbe("-color-accent-muted");
  private final ChartProbe line = new ChartProbe("-color-accent-emphasis");
  private final ChartProbe lossy = new ChartProbe("-color-warning-emphasis");
  private final ChartProbe lost = new ChartProbe("-color-danger-emphasis");
  private final ChartProbe good = new ChartProbe("-color-success-muted");
  private final ChartProbe words = new ChartProbe("-color-fg-muted");
  private @Nullable ChartPainter painter;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private @Nullable ChartColumns columns;
  private int width;
  private int height;
  private double dragged;

  /**
   * @param home shows the first view again
   */
  HistoryChart(HistoryModel model, Runnable home) {
    this.model = model;
    this.home = home;
    setId("history-chart");
    getStyleClass().add("history-chart");
    setFocusTraversable(true);
    setMinSize(120, 120);
    setPrefHeight(240);
    getChildren().setAll(image, axes, back, grid, band, line, lossy, lost, good, words);
    image.setLayoutX(LEFT);
    axes.setMouseTransparent(true);
    model.viewProperty().subscribe((_, _) -> requestLayout());
    model.loadedProperty().subscribe((_, _) -> requestLayout());
    setOnScroll(this::zoom);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseMoved(this::hover);
    setOnMouseExited(_ -> tip.hide());
    setOnKeyPressed(this::key);
  }

  @Override
  protected void layoutChildren() {
    int newWidth = (int) Math.max(1, getWidth() - LEFT);
    int newHeight = (int) Math.max(ChartPainter.LANE + 8, getHeight() - BOTTOM);
    if (newWidth != width || newHeight != height || painter == null) {
      width = newWidth;
      height = newHeight;
      painter = new ChartPainter(width, height);
      buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(painter.pixels()), PixelFormat.getIntArgbPreInstance());
      image.setImage(new WritableImage(buffer));
      axes.setWidth(getWidth());
      axes.setHeight(getHeight());
    }
    paint();
  }

  private void paint() {
    ChartPainter here = painter;
    PixelBuffer<IntBuffer> pixels = buffer;
    if (here == null || pixels == null) {
      return;
    }
    ChartView view = model.viewProperty().get();
    ChartColumns shown = model.loadedProperty().get().data().columns(view, width);
    columns = shown;
    TimeScale scale = TimeScale.fitting(shown, here.plotHeight());
    here.paint(shown, scale, colors());
    pixels.updateBuffer(_ -> null);
    label(view, scale);
    setAccessibleText(
        "Times of the checks from " + view.begin() + " to " + view.end() + ", p5 to p95");
  }

  private ChartPainter.Colors colors() {
    int ground = back.argb(0xFFFFFFFF);
    return new ChartPainter.Colors(
        ground,
        grid.argb(ground),
        band.argb(ground),
        line.argb(ground),
        lossy.argb(ground),
        lost.argb(ground),
        good.argb(ground));
  }

  private void label(ChartView view, TimeScale scale) {
    GraphicsContext to = axes.getGraphicsContext2D();
    to.clearRect(0, 0, axes.getWidth(), axes.getHeight());
    int ink = words.argb(0xFF888888);
    to.setFill(Color.rgb((ink >> 16) & 0xFF, (ink >> 8) & 0xFF, ink & 0xFF));
    to.setFont(SMALL);
    to.setTextAlign(TextAlignment.RIGHT);
    to.setTextBaseline(VPos.CENTER);
    for (TimeScale.Mark mark : scale.marks()) {
      double y = Math.clamp(mark.y(), 7, Math.max(7, scale.height() - 5));
      to.fillText(mark.label(), LEFT - 6, y);
    }
    to.setTextAlign(TextAlignment.LEFT);
    to.setTextBaseline(VPos.TOP);
    for (TimeAxis.Mark mark : TimeAxis.marks(view, width, LABEL_GAP, ZoneId.systemDefault())) {
      to.fillRect(LEFT + mark.x(), height, 1, 4);
      if (mark.x() + LABEL_GAP - 12 <= width) {
        to.fillText(mark.label(), LEFT + mark.x() + 3, height + 2);
      }
    }
  }

  private void zoom(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      double anchor = Math.clamp((event.getX() - LEFT) / width, 0, 1);
      model.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM, anchor);
      event.consume();
    }
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragged = event.getX();
  }

  private void drag(MouseEvent event) {
    tip.hide();
    model.move((dragged - event.getX()) / width);
    dragged = event.getX();
  }

  private void hover(MouseEvent event) {
    ChartColumns shown = columns;
    int column = (int) (event.getX() - LEFT);
    if (shown == null || column < 0 || column >= shown.width()) {
      tip.hide();
      return;
    }
    tip.setText(HistoryText.column(shown, nearest(shown, column), ZoneId.systemDefault()));
    tip.show(this, event.getScreenX() + 14, event.getScreenY() + 14);
  }

  /** A check that is one pixel wide is found some pixels beside it. */
  private static int nearest(ChartColumns shown, int column) {
    for (int distance = 0; distance <= 4; distance++) {
      for (int x : new int[] {column - distance, column + distance}) {
        if (x >= 0 && x < shown.width() && shown.ok(x) + shown.failed(x) > 0) {
          return x;
        }
      }
    }
    return column;
  }

  private void key(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case LEFT -> model.move(-STEP);
      case RIGHT -> model.move(STEP);
      case PLUS, ADD, EQUALS -> model.zoom(1 / ZOOM, 0.5);
      case MINUS, SUBTRACT -> model.zoom(ZOOM, 0.5);
      case HOME -> home.run();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }
}
