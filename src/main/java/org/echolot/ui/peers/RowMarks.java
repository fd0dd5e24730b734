package org.echolot.ui.peers;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the list marks about a peer beside how its last check ended. For the FX thread. */
public final class RowMarks {

  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper change = new ReadOnlyStringWrapper("");

  /** What looks like a mistake in the peer, a line for each; empty: nothing. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  void setHint(String text) {
    hint.set(text);
  }

  /** What a watch found changed about the peer that nobody has looked at yet; empty: nothing. */
  public ReadOnlyStringProperty changeProperty() {
    return change.getReadOnlyProperty();
  }

  /** A watch found a change; one that was not looked at is no longer of interest. */
  public void changed(String text) {
    change.set(text);
  }

  /** Somebody looked at it. */
  public void seen() {
    change.set("");
  }
}
