package org.echolot.ui.peers;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Nodes side by side, as many as there is room for: one that would be cut off is not shown. */
final class FittingBox extends Pane {

  private final double gap;

  FittingBox(double gap) {
    this.gap = gap;
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = snappedLeftInset() + snappedRightInset();
    for (Node child : getManagedChildren()) {
      width += snapSizeX(child.prefWidth(-1)) + gap;
    }
    return Math.max(0, width - (getManagedChildren().isEmpty() ? 0 : gap));
  }

  @Override
  protected double computePrefHeight(double width) {
    return snappedTopInset()
        + snappedBottomInset()
        + getManagedChildren().stream().mapToDouble(child -> child.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double right = getWidth() - snappedRightInset();
    double x = snappedLeftInset();
    boolean fits = true;
    for (Node child : getManagedChildren()) {
      double width = snapSizeX(child.prefWidth(-1));
      double height = child.prefHeight(-1);
      fits = fits && x + width <= right + 0.5;
      child.setVisible(fits);
      child.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
      x += width + gap;
    }
  }
}
