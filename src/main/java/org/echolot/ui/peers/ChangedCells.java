package org.echolot.ui.peers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.echolot.ui.FxThread;

/**
 * The cells of the list that are out of date until one of the next frames. Each that is shown costs
 * its layout and style, and while many peers are checked all that are in sight change at once: so a
 * frame shows a share of them. On the FX thread.
 */
final class ChangedCells {

  /** So many have room in a frame, beside what else changes. */
  private static final int MOST_A_FRAME = 24;

  private final Set<RowCell> changed = new LinkedHashSet<>();
  private boolean asked;

  void showInNextFrame(RowCell cell) {
    changed.add(cell);
    ask();
  }

  private void ask() {
    if (!asked) {
      asked = true;
      new FxThread().frames().execute(this::show);
    }
  }

  private void show() {
    asked = false;
    List<RowCell> cells = changed.stream().limit(MOST_A_FRAME).toList();
    cells.forEach(changed::remove);
    cells.forEach(RowCell::showAgain);
    if (!changed.isEmpty()) {
      ask();
    }
  }
}
