package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/** Rows by the IDs of their peers. */
final class KnownRows {

  private KnownRows() {}

  /**
   * The rows for a book, in its order: a peer that has a row keeps it, whatever it is like now.
   *
   * @param newRow makes one for another peer
   */
  static List<PeerRow> of(PeerBook book, List<PeerRow> rows, Function<Peer, PeerRow> newRow) {
    Map<UUID, PeerRow> known = new HashMap<>();
    rows.forEach(row -> known.put(row.id(), row));
    List<PeerRow> next = new ArrayList<>();
    for (Peer peer : book.peers()) {
      PeerRow row = known.get(peer.id());
      if (row == null) {
        row = newRow.apply(peer);
      } else {
        row.edit(peer);
      }
      next.add(row);
    }
    return next;
  }
}
