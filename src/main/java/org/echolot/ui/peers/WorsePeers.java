package org.echolot.ui.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.echolot.history.ResultBrief;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which peers stand worse now than a day ago: at the last check that is known from then, or from
 * the last day before that. A peer that was not checked then, or is not known now, is not counted.
 * View model: for the FX thread.
 */
public final class WorsePeers {

  private final Map<UUID, Status> dayAgo = new HashMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  /** How many there are. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Takes in the last result of each peer that is at least a day old. */
  void know(Map<UUID, ResultBrief> results, List<PeerRow> rows) {
    dayAgo.clear();
    results.forEach((peer, result) -> dayAgo.put(peer, PastCheck.of(result).verdict()));
    recount(rows);
  }

  void recount(List<PeerRow> rows) {
    count.set((int) rows.stream().filter(this::isWorse).count());
  }

  /** Whether a peer stands worse than a day ago. */
  boolean isWorse(PeerRow row) {
    return rank(dayAgo.get(row.id())) >= 0 && rank(standing(row)) > rank(dayAgo.get(row.id()));
  }

  /** As of its last check, in this session or before. */
  private static Status standing(PeerRow row) {
    ResultBrief before = row.beforeProperty().get();
    return row.lastResult() != null || before == null
        ? row.verdict()
        : PastCheck.of(before).verdict();
  }

  /** The worse, the higher; negative where it tells nothing. */
  private static int rank(@Nullable Status status) {
    return switch (status) {
      case OK -> 0;
      case WARNING -> 1;
      case FAILED -> 2;
      case NEVER_CHECKED, WAITING, RUNNING, CANCELLED -> -1;
      case null -> -1;
    };
  }
}
