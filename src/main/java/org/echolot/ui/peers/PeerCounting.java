package org.echolot.ui.peers;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.ui.peers.PeerRow.Status;

/** Counts how peers stand, by what changes. For the FX thread. */
final class PeerCounting {

  private final Executor pace;
  private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
  private final ReadOnlyObjectWrapper<PeerCounts> shown =
      new ReadOnlyObjectWrapper<>(PeerCounts.NONE);
  private boolean asked;

  /**
   * @param pace runs what it is given a few times a second at most
   */
  PeerCounting(Executor pace) {
    this.pace = pace;
  }

  ReadOnlyObjectProperty<PeerCounts> countsProperty() {
    return shown.getReadOnlyProperty();
  }

  /** There are other peers than before. */
  void recount(Collection<PeerRow> rows) {
    counts.clear();
    for (PeerRow row : rows) {
      counts.merge(row.verdict(), 1, Integer::sum);
    }
    show();
  }

  /** One of the peers stands otherwise than before. Takes effect within a moment. */
  void changed(Status before, Status after) {
    counts.merge(before, -1, Integer::sum);
    counts.merge(after, 1, Integer::sum);
    if (!asked) {
      asked = true;
      pace.execute(
          () -> {
            asked = false;
            show();
          });
    }
  }

  private void show() {
    shown.set(PeerCounts.of(counts));
  }
}
