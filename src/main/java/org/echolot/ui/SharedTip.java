package org.echolot.ui;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/**
 * One tooltip for many things, of which one is pointed at: each tooltip is a window of its own, and
 * takes a millisecond to make. To be used on the FX thread.
 */
public final class SharedTip {

  private final Tooltip tip = new Tooltip();

  /** Has it tell these words where the mouse rests on {@code node}. */
  public void tell(Node node, String words) {
    Tooltip.install(node, tip);
    node.setOnMouseEntered(_ -> tip.setText(words));
  }
}
