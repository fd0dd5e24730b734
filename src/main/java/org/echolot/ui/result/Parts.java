package org.echolot.ui.result;

import javafx.scene.Node;

/** Parts of the result that are there only sometimes. */
final class Parts {

  /** The style of what is to be done first. */
  static final String ACCENT = "accent";

  private Parts() {}

  /** Has a part be what is to be done first, or not. */
  static void accent(Node part, boolean first) {
    part.getStyleClass().removeAll(ACCENT);
    if (first) {
      part.getStyleClass().add(ACCENT);
    }
  }

  /** Shows a part, or takes it away with the room that it had. */
  static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
