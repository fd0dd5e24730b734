package org.echolot.ui.peers;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TableView;

/** How high the rows of the list are. To be used on the FX thread. */
public final class Density {

  private static final double ROW_HEIGHT = 30;
  private static final double COMPACT_ROW_HEIGHT = 24;

  private final BooleanProperty compact;

  public Density(boolean compact) {
    this.compact = new SimpleBooleanProperty(compact);
  }

  /** Whether more rows are to be seen at once. */
  public BooleanProperty compactProperty() {
    return compact;
  }

  /** Has the rows of a table be as high as is chosen. */
  public void applyTo(TableView<?> table) {
    table
        .fixedCellSizeProperty()
        .bind(Bindings.when(compact).then(COMPACT_ROW_HEIGHT).otherwise(ROW_HEIGHT));
  }
}
