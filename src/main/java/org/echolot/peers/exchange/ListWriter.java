package org.echolot.peers.exchange;

import java.util.List;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.jspecify.annotations.Nullable;

/** Writes lists of one kind, a peer an entry, in the book's order. Has no state. */
interface ListWriter {

  /**
   * Why a peer can't be in such a list at all, in one sentence; null if it can. What is written
   * otherwise than it is, or is lost, is found by reading it again.
   *
   * @param before those that are written before it
   */
  default @Nullable String obstacle(Peer peer, List<Peer> before) {
    return null;
  }

  /**
   * The list.
   *
   * @param book with peers that have no obstacle
   */
  String write(PeerBook book);
}
