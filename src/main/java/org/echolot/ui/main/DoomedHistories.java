package org.echolot.ui.main;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.echolot.history.HistoryStore;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/**
 * The histories that go with peers that were deleted. They go when the window is closed: until
 * then, undoing brings the peer back with all that is known of it. To be used on the FX thread.
 */
final class DoomedHistories {

  private final @Nullable HistoryStore store;
  private final Set<UUID> doomed = new HashSet<>();

  /**
   * @param store null: no history is kept
   */
  DoomedHistories(@Nullable HistoryStore store) {
    this.store = store;
  }

  /** Whether anything was kept of the peers. */
  boolean concerns(List<PeerRow> rows) {
    return store != null && rows.stream().anyMatch(row -> !row.pastChecks().isEmpty());
  }

  /** What was kept of these peers is to go. */
  void add(List<PeerRow> rows) {
    rows.forEach(row -> doomed.add(row.id()));
  }

  /**
   * Deletes what was kept of those that did not come back.
   *
   * @param book the peers that there are
   */
  void carryOut(PeerBook book) {
    HistoryStore kept = store;
    if (kept != null) {
      doomed.removeAll(book.peers().stream().map(Peer::id).collect(Collectors.toSet()));
      doomed.forEach(kept::forgetSoon);
      doomed.clear();
    }
  }
}
