package org.echolot.ui.peers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.echolot.ui.FxThread;

/** The cells of the list that are out of date until the next frame. On the FX thread. */
final class ChangedCells {

  private final Set<RowCell> changed = new LinkedHashSet<>();
  private boolean asked;

  void showInNextFrame(RowCell cell) {
    changed.add(cell);
    if (!asked) {
      asked = true;
      new FxThread().frames().execute(this::show);
    }
  }

  private void show() {
    asked = false;
    List<RowCell> cells = List.copyOf(changed);
    changed.clear();
    cells.forEach(RowCell::showAgain);
  }
}
