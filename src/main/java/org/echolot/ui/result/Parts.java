package org.echolot.ui.result;

import javafx.scene.Node;

/** Parts of the result that are there only sometimes. */
final class Parts {

  private Parts() {}

  /** Shows a part, or takes it away with the room that it had. */
  static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
